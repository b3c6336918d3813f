#include "sanaq/settings/config_template.h"

#include <gtest/gtest.h>

#include "sanaq/settings/config.h"
#include "sanaq/settings/read_config.h"

namespace sanaq::settings {
namespace {

// Takes the "# " from every line that holds a setting, as a user would.
std::string filled_in(const std::string& text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find('\n', at);
    std::string line = text.substr(at, end - at);
    const bool is_setting = line.starts_with("# ") &&
                            (line.find(" = ") != std::string::npos || line.starts_with("# [["));
    out += (is_setting ? line.substr(2) : line) + "\n";
    at = end + 1;
  }
  return out;
}

class Template : public testing::TestWithParam<const char*> {};

TEST_P(Template, CanBeReadAsItStands) {
  const Config config =
      parse_config(config_template("Oil \"town\" \\ 2011", GetParam()), "investigation.toml");
  EXPECT_EQ(config.title, "Oil \"town\" \\ 2011");
  EXPECT_TRUE(config.lists.empty());
}

TEST_P(Template, EverySettingInItCanBeUsed) {
  const Config config =
      parse_config(filled_in(config_template("a count", GetParam())), "investigation.toml");
  ASSERT_EQ(config.lists.size(), 1U);
  EXPECT_EQ(config.lists[0].file, "hospital.xlsx");
  EXPECT_EQ(config.lists[0].columns.size(), 4U);
  EXPECT_FALSE(config.lists[0].covers.places.empty());
  EXPECT_EQ(config.scope.places.size(), 2U);
  EXPECT_EQ(config.tables.size(), 1U);
  EXPECT_EQ(config.link.block_rules.size(), 2U);
  EXPECT_EQ(config.nobody_words.size(), 2U);
  EXPECT_EQ(config.lists[0].values.at("sex").size(), 2U);
  EXPECT_EQ(config.lists[0].skip_rows.size(), 14U);
}

TEST(ConfigTemplate, RussianOneIsRussian) {
  EXPECT_NE(config_template("x", "ru").find("Настройки"), std::string::npos);
  EXPECT_EQ(config_template("x", "fr"), config_template("x", "en"));
}

INSTANTIATE_TEST_SUITE_P(Languages, Template, testing::Values("en", "ru"));

}  // namespace
}  // namespace sanaq::settings
