#include "sanaq/settings/held_value.h"

#include <gtest/gtest.h>

#include "sanaq/base/error.h"
#include "sanaq/settings/read_config.h"

namespace sanaq::settings {
namespace {

TEST(HeldValue, ADefaultHoldsWhereTheFileSaysNothing) {
  const Config config = parse_config(
      "title = \"T\"\n[[list]]\nname = \"a\"\nfile = \"a.csv\"\ncolumns = { name = \"ФИО\" }\n",
      "t");
  const auto text = [&](const std::string& key) {
    const auto value = held_value(config, key_path(key));
    return value ? value->toml : "none";
  };
  EXPECT_EQ(text("link.draws"), "25");
  EXPECT_EQ(text("title"), "\"T\"");
  EXPECT_EQ(text("list.a.duplicates"), "true");
  EXPECT_EQ(text("list.a.columns.name"), "\"ФИО\"");
  EXPECT_EQ(text("list.a.columns"), "{ name = \"ФИО\" }");
  EXPECT_EQ(text("list.a.columns.birth"), "none");
  EXPECT_EQ(text("list.a.encoding"), "none");
  EXPECT_EQ(text("publish.keep"), "[]");
  for (const char* key : {"link.treshold", "titel", "scope", "list.a.nothing", "list.b.file"})
    EXPECT_THROW((void)text(key), base::Error) << key;
}

}  // namespace
}  // namespace sanaq::settings
