#include "sanaq/cli/language.h"

#include <gtest/gtest.h>

#include <map>

#include "sanaq/base/error.h"

namespace sanaq::cli {
namespace {

std::string chosen(const std::vector<std::string>& arguments,
                   const std::map<std::string, std::string>& variables) {
  return choose_language(arguments, [&](const char* name) -> std::optional<std::string> {
    const auto found = variables.find(name);
    return found == variables.end() ? std::nullopt : std::optional(found->second);
  });
}

TEST(Language, FlagWinsOverEnvironment) {
  EXPECT_EQ(chosen({"run", "--language", "ru"}, {{"LANG", "kk_KZ.UTF-8"}}), "ru");
  EXPECT_EQ(chosen({"--language=kk", "run"}, {{"LANG", "ru_RU.UTF-8"}}), "kk");
}

TEST(Language, IsReadFromLangWithItsCountryAndEncoding) {
  EXPECT_EQ(chosen({}, {{"LANG", "ru_RU.UTF-8"}}), "ru");
  EXPECT_EQ(chosen({}, {{"LANG", "ru"}}), "ru");
  EXPECT_EQ(chosen({}, {{"LANG", "ru_RU.UTF-8"}, {"LC_ALL", "C"}}), "en");
}

TEST(Language, IsEnglishWhereNothingIsKnown) {
  EXPECT_EQ(chosen({}, {}), "en");
  EXPECT_EQ(chosen({}, {{"LANG", "fr_FR.UTF-8"}}), "en");
  EXPECT_EQ(chosen({"--", "--language", "ru"}, {}), "en");
}

TEST(Language, UnknownOneIsRefusedByName) {
  try {
    (void)chosen({"--language", "xx"}, {});
    FAIL();
  } catch (const base::Error& error) {
    EXPECT_EQ(error.kind(), base::Kind::usage);
    EXPECT_NE(std::string(error.what()).find("xx"), std::string::npos);
  }
}

}  // namespace
}  // namespace sanaq::cli
