#include "sanaq/investigation/config.h"

#include <gtest/gtest.h>

#include "sanaq/base/error.h"

namespace sanaq::investigation {
namespace {

std::string refusal(const std::string& toml) {
  try {
    (void)parse_config(toml, "investigation.toml");
  } catch (const base::Error& error) {
    return error.what();
  }
  return "";
}

TEST(Config, ReadsListsScopeAndSettings) {
  const Config config = parse_config(
      "title = \"T\"\nlanguages = [\"ru\", \"en\"]\n[scope]\nfrom = 2011-12-16\nstatus = "
      "\"dead\"\n[[list]]\nname = \"a\"\nfile = \"a.csv\"\n"
      "duplicates = false\npublic = [\"name\"]\ncolumns = { name = \"ФИО\" }\n[link]\nthreshold = "
      "0.7\n",
      "investigation.toml");
  ASSERT_EQ(config.lists.size(), 1u);
  EXPECT_FALSE(config.lists[0].has_duplicates);
  EXPECT_EQ(config.lists[0].columns.at("name"), "ФИО");
  EXPECT_EQ(config.scope.status, "dead");
  EXPECT_EQ(config.link.threshold, 0.7);
  EXPECT_EQ(config.languages.front(), "ru");
}

TEST(Config, RegistersAreDrawnUnlessSaidOtherwise) {
  EXPECT_GT(parse_config("title = \"T\"\n", "t").link.draws, 0);
  EXPECT_EQ(parse_config("[link]\ndraws = 0\n", "t").link.draws, 0);
}

TEST(Config, AnUnknownKeyNamesTheNearestAndItsLine) {
  const std::string message = refusal("title = \"T\"\n[[list]]\nfille = \"a.csv\"\n");
  EXPECT_NE(message.find("did you mean file?"), std::string::npos) << message;
  EXPECT_NE(message.find("line 3"), std::string::npos) << message;
}

TEST(Config, WhatCannotBeIsRefused) {
  EXPECT_NE(refusal("[link]\nthreshold = 7.0\n"), "");
  EXPECT_NE(
      refusal(
          "[[list]]\nname = \"a\"\nfile = \"a.csv\"\n[[list]]\nname = \"a\"\nfile = \"b.csv\"\n")
          .find("two lists"),
      std::string::npos);
  EXPECT_NE(refusal("title = \n").find("not TOML"), std::string::npos);
  EXPECT_NE(refusal("[estimate]\nmethod = \"magic\"\n"), "");
}

}  // namespace
}  // namespace sanaq::investigation
