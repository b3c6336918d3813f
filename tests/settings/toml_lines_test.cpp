#include "sanaq/settings/toml_lines.h"

#include <gtest/gtest.h>

namespace sanaq::settings {
namespace {

TEST(TomlLines, FindsWhatStandsAtAPosition) {
  const std::string toml = "\xEF\xBB\xBFtitle = \"Құрман\"  # ж\r\na = [1,\r\n 2]\r\nb = 'x'";
  const toml::table table = toml::parse(toml);
  const TomlLines lines(toml);
  EXPECT_EQ(lines.between(table.get("title")->source()), "\"Құрман\"");
  EXPECT_EQ(lines.between(table.get("a")->source()), "[1,\r\n 2]");
  EXPECT_EQ(lines.between(table.get("b")->source()), "'x'");
  EXPECT_EQ(lines.count(), 4U);
  EXPECT_EQ(lines.line(1), "title = \"Құрман\"  # ж");
  EXPECT_EQ(lines.end_of(4), toml.size());
  EXPECT_EQ(lines.line_end(), "\r\n");
  EXPECT_EQ(TomlLines("a = 1\n").line_end(), "\n");
  EXPECT_EQ(TomlLines("").count(), 1U);
}

TEST(TomlLines, ACommentIsNoPartOfAString) {
  EXPECT_TRUE(has_comment("[1, # one\n2]"));
  EXPECT_FALSE(has_comment("[\"#\", '#', \"\\\"#\", \"\"\"\n#\"\"\"]"));
  EXPECT_TRUE(has_comment("[\"\", # x\n]"));
}

}  // namespace
}  // namespace sanaq::settings
