#include "sanaq/settings/written_node.h"

#include <gtest/gtest.h>

namespace sanaq::settings {
namespace {

TEST(WrittenNode, IsReadAgainAsItWas) {
  for (const char* value :
       {"\"a\\tb\"", "'C:\\x'", "0.1", "1e300", "-7", "true", "2011-12-16", "2011-12-16T10:00:00Z",
        "[1, [2, \"x\"]]", "{ b = 1, a = { \"ж\" = [] } }", "[]", "{}"}) {
    const toml::table table = toml::parse(std::string("v = ") + value);
    const toml::table again = toml::parse("v = " + written(*table.get("v")));
    EXPECT_EQ(table, again) << value;
  }
}

TEST(WrittenNode, AnInlineTableKeepsItsOrder) {
  const toml::table table = toml::parse("v = { z = 1, a = 2 }");
  EXPECT_EQ(written(*table.get("v")), "{ z = 1, a = 2 }");
}

TEST(WrittenNode, AKeyIsInQuotesIfItNeedsThem) {
  EXPECT_EQ(written_key("birth_year"), "birth_year");
  EXPECT_EQ(written_key("ФИО"), "\"ФИО\"");
  EXPECT_EQ(written_key(""), "\"\"");
}

}  // namespace
}  // namespace sanaq::settings
