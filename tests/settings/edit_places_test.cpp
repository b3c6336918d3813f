#include "sanaq/settings/edit_places.h"

#include <gtest/gtest.h>

namespace sanaq::settings {
namespace {

std::string first(const std::string& toml, const KeyPath& path, const std::string& value) {
  toml::table root = toml::parse(toml);
  const std::vector<std::string> texts = texts_with(root, TomlLines(toml), path, value);
  return texts.empty() ? "" : texts.front();
}

TEST(EditPlaces, AValueIsReplacedWhereItStands) {
  EXPECT_EQ(first("a = 1 # one\nb = 2\n", {"a"}, "3"), "a = 3 # one\nb = 2\n");
  EXPECT_EQ(first("a = [1, # one\n 2]\n", {"a"}, "[3]"), "");  // the comment would be lost
}

TEST(EditPlaces, AKeyGoesBelowTheCommentThatShowsIt) {
  EXPECT_EQ(
      first("[link]\n# threshold = 0.5   # help\n#                 # more\n# draws = 25\n",
            {"link", "threshold"}, "0.7"),
      "[link]\n# threshold = 0.5   # help\n#                 # more\nthreshold = 0.7\n# draws "
      "= 25\n");
}

TEST(EditPlaces, ABlockGoesBehindTheLastOfItsKind) {
  const std::string toml = "[[list]]\nfile = \"a\"\n[list.covers]\nfrom = \"2011\"\n\n[link]\n";
  toml::table root = toml::parse(toml);
  EXPECT_EQ(texts_with_block(root, TomlLines(toml), {"list", "b", "file"}, "\"b.csv\"").front(),
            "[[list]]\nfile = \"a\"\n[list.covers]\nfrom = \"2011\"\n\n[[list]]\nname = "
            "\"b\"\nfile = \"b.csv\"\n\n[link]\n");
}

TEST(EditPlaces, AMemberOfAnInlineTableGoesWithItsComma) {
  const std::string toml = "t = { a = 1, b = 2, c = 3 }\n";
  toml::table root = toml::parse(toml);
  const TomlLines lines(toml);
  EXPECT_EQ(texts_without(root, lines, {"t", "a"}).front(), "t = { b = 2, c = 3 }\n");
  EXPECT_EQ(texts_without(root, lines, {"t", "c"}).front(), "t = { a = 1, b = 2 }\n");
}

TEST(EditPlaces, TheLineToPasteNamesItsTable) {
  EXPECT_EQ(lines_to_paste({"link", "threshold"}, "0.7"), "[link]  threshold = 0.7");
  EXPECT_EQ(lines_to_paste({"list", "h", "columns", "name"}, "\"ФИО\""),
            "[[list]]  columns.name = \"ФИО\"");
  EXPECT_EQ(lines_to_paste({"title"}, "\"x\""), "title = \"x\"");
}

}  // namespace
}  // namespace sanaq::settings
