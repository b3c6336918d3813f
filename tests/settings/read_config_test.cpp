#include "sanaq/settings/read_config.h"

#include <gtest/gtest.h>

#include "sanaq/base/error.h"

namespace sanaq::settings {
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

TEST(Config, WhatWasKnownBeforehandIsOneOfFour) {
  const auto prior = [](const std::string& line) {
    return parse_config("title = \"t\"\n[estimate]\n" + line + "\n", "f.toml").estimate;
  };
  EXPECT_TRUE(prior("prior_range = [10, 20.5]").total_prior->is_range);
  EXPECT_EQ(prior("prior = [10, 20]").total_prior->high, 20);
  EXPECT_EQ(prior("prior_unlisted = [0.1, 0.4]").unlisted_prior->low, 0.1);
  EXPECT_ANY_THROW((void)prior("prior = [10, 20]\nprior_range = [10, 20]"));
  EXPECT_ANY_THROW((void)prior("prior = [20, 10]"));
  EXPECT_ANY_THROW((void)prior("prior = 20"));
  EXPECT_EQ(parse_config("title = \"t\"\n[estimate]\nstrata = [\"sex\"]\n", "f").strata,
            std::vector<std::string>{"sex"});
}

TEST(Config, ListsThatDependAreNamedInPairs) {
  const auto read = [](const std::string& value) {
    return parse_config("title = \"t\"\n[estimate]\ndependent = " + value + "\n", "f.toml");
  };
  const auto pairs = read(R"([["hospital", "police"], ["a", "b"]])").estimate.dependent_lists;
  ASSERT_EQ(pairs.size(), 2U);
  EXPECT_EQ(pairs[1], (estimate::DependentLists{"a", "b"}));
  EXPECT_ANY_THROW((void)read(R"(["hospital", "police"])"));
  EXPECT_ANY_THROW((void)read(R"([["hospital"]])"));
  EXPECT_ANY_THROW((void)read("1"));
}

}  // namespace
}  // namespace sanaq::settings
