#include "sanaq/settings/flags.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "sanaq/base/error.h"
#include "sanaq/settings/options.h"
#include "sanaq/settings/read_config.h"

namespace sanaq::settings {
namespace {

const std::vector<Option<Config>>& options_of(const std::string& table) {
  return table == "link" ? link_options() : estimate_options();
}

Config said(const std::string& table, const Said& words, Config config = {}) {
  read_flags(options_of(table), words, config);
  return config;
}

Said one(const std::string& key, const std::vector<std::string>& words) {
  return {{key, FlagWords{words, words.empty()}}};
}

struct Refused {
  base::Kind kind = base::Kind::bug;
  std::string said;
};

Refused refusal(const std::function<void()>& read) {
  try {
    read();
  } catch (const base::Error& error) {
    return {error.kind(), error.what()};
  }
  return {};
}

// One value of each option that has a flag, as the line and as the file write it.
struct BothWays {
  std::string table, key;
  std::vector<std::string> words;
  std::string toml;
};
const std::vector<BothWays> both_ways = {
    {"link", "threshold", {".75"}, "0.75"},
    {"link", "draws", {"7"}, "7"},
    {"link", "block", {"family_key,birth_year", "*"}, R"(["family_key,birth_year", "*"])"},
    {"link", "seed", {"9"}, "9"},
    {"link", "pair_probability_min", {"0"}, "0"},
    {"estimate", "method", {"dga"}, "\"dga\""},
    {"estimate", "strata", {"sex", "place"}, R"(["sex", "place"])"},
    {"estimate", "prior", {"100:500"}, "[100, 500]"},
    {"estimate", "prior_range", {"100:500"}, "[100, 500]"},
    {"estimate", "prior_unlisted", {"20%:60%"}, "[0.2, 0.6]"},
    {"estimate", "prior_unlisted_range", {".2:60%"}, "[0.2, 0.6]"},
    {"estimate", "dependent", {"a+b", "c+d"}, R"([["a", "b"], ["c", "d"]])"},
    {"estimate", "seed", {"18446744073709551615"}, "\"18446744073709551615\""},
    {"estimate", "criterion", {"aicc"}, "\"aicc\""},
    {"estimate", "average", {}, "true"},
    {"estimate", "bootstrap", {"200"}, "200"}};

}  // namespace

TEST(Flags, SayTheSameAsTheFile) {
  std::size_t flags = 0;
  for (const BothWays& each : both_ways) {
    Config by_file = parse_config("[" + each.table + "]\n" + each.key + " = " + each.toml, "f");
    const Config by_flag = said(each.table, one(each.key, each.words), parse_config("", "f"));
    for (const Option<Config>& option : options_of(each.table)) {
      EXPECT_EQ(option.value(by_flag), option.value(by_file)) << each.key << ": " << option.key;
      if (option.key != each.key) continue;
      EXPECT_NE(option.value(by_flag), option.value(Config{})) << each.key;
    }
  }
  for (const char* table : {"link", "estimate"}) {
    for (const Option<Config>& option : options_of(table))
      flags += !option.flag.name.empty() && option.written != Written::file ? 1 : 0;
  }
  EXPECT_EQ(flags, both_ways.size()) << "a flag lacks its line in this test";
}

TEST(Flags, StandInThePlaceOfWhatTheFileSays) {
  const Config config = parse_config(
      "[link]\nblock = [\"a\"]\nthreshold = 0.9\n[estimate]\nprior_range = [1, 2]\n"
      "dependent = [[\"x\", \"y\"]]\n",
      "f");
  const Config linked = said("link", one("block", {"b"}), config);
  EXPECT_EQ(linked.link.block_rules, std::vector<std::string>{"b"});
  EXPECT_EQ(linked.link.threshold, 0.9);
  const Config estimated = said("estimate", one("prior_unlisted", {"1%:2%"}), config);
  EXPECT_FALSE(estimated.estimate.total_prior);
  EXPECT_TRUE(estimated.estimate.unlisted_prior);
  EXPECT_EQ(said("estimate", one("dependent", {"a+b"}), config).estimate.dependent_lists.size(),
            1U);
}

TEST(Flags, BoundsAreThoseOfTheFileAndSaidInTheSameWords) {
  for (const BothWays& each :
       std::vector<BothWays>{{"link", "threshold", {"7"}, "7"},
                             {"link", "threshold", {"0"}, "0"},
                             {"link", "threshold", {"nan"}, "nan"},
                             {"link", "pair_probability_min", {"1.5"}, "1.5"},
                             {"link", "draws", {"10001"}, "10001"},
                             {"link", "seed", {"-1"}, "-1"},
                             {"estimate", "bootstrap", {"99"}, "99"},
                             {"estimate", "method", {"lcmm"}, "\"lcmm\""},
                             {"estimate", "method", {"zzzzzz"}, "\"zzzzzz\""},
                             {"estimate", "criterion", {"bicc"}, "\"bicc\""}}) {
    const Refused flag = refusal([&] { (void)said(each.table, one(each.key, each.words)); });
    const Refused file = refusal([&] {
      (void)parse_config("[" + each.table + "]\n" + each.key + " = " + each.toml, "f.toml");
    });
    EXPECT_EQ(flag.kind, base::Kind::usage) << each.key;
    EXPECT_EQ(file.kind, base::Kind::bad_input) << each.key;
    EXPECT_EQ(flag.said.find("--"), 0U) << flag.said;
    EXPECT_EQ(file.said.find("f.toml, line 2: "), 0U) << file.said;
    for (const char* part : {"write it like this: ", "must lie between "}) {
      const std::size_t at = file.said.find(part);
      if (at == std::string::npos) continue;
      EXPECT_NE(flag.said.find(file.said.substr(at)), std::string::npos) << flag.said;
    }
  }
}

TEST(Flags, WhatIsNotWrittenAsItsKindIsRefusedWithItsFlag) {
  for (const BothWays& each : std::vector<BothWays>{{"link", "threshold", {"half"}, ""},
                                                    {"link", "draws", {"2.5"}, ""},
                                                    {"link", "draws", {""}, ""},
                                                    {"link", "seed", {"18446744073709551616"}, ""},
                                                    {"estimate", "prior", {"600"}, ""},
                                                    {"estimate", "prior", {"1:x"}, ""},
                                                    {"estimate", "dependent", {"a"}, ""},
                                                    {"estimate", "dependent", {"a+b", "+"}, ""}}) {
    const Refused flag = refusal([&] { (void)said(each.table, one(each.key, each.words)); });
    EXPECT_EQ(flag.kind, base::Kind::usage) << each.key;
    EXPECT_EQ(flag.said.find("--" + each.key), 0U) << flag.said;
  }
}

TEST(Flags, OfFourPriorsOneStandsInALine) {
  Said two = one("prior", {"1:2"});
  two["prior_unlisted_range"].words = {"1%:2%"};
  const Refused refused = refusal([&] { (void)said("estimate", two); });
  EXPECT_EQ(refused.kind, base::Kind::usage);
  EXPECT_NE(refused.said.find("--prior | --prior-range | --prior-unlisted"), std::string::npos)
      << refused.said;
}

TEST(Flags, AFileIsForTheCommandToOpen) {
  const Said words = one("labels", {"../labels.csv"});
  EXPECT_EQ(said("link", words).linking_files.labels, "");
  EXPECT_EQ(file_of(words, "labels"), "../labels.csv");
  EXPECT_EQ(file_of(words, "model"), "");
}

TEST(Flags, TheDefaultThatIsShownIsTheStructs) {
  const auto shown = [](const std::string& table, std::string_view key) {
    for (const Option<Config>& option : options_of(table))
      if (option.key == key) return shown_default(option);
    return std::string("there is no such option");
  };
  EXPECT_EQ(shown("link", "threshold"), fmt::format("{}", link::Options{}.threshold));
  EXPECT_EQ(shown("link", "draws"), std::to_string(link::Options{}.draws));
  EXPECT_EQ(shown("link", "block"), "");
  EXPECT_EQ(shown("link", "model"), "");
  EXPECT_EQ(shown("estimate", "method"), "auto");
  EXPECT_EQ(shown("estimate", "prior"), "");
  EXPECT_EQ(shown("estimate", "average"), "");
}

TEST(Flags, ThatPairsWereSaidIsKnownAlsoWhereItIsTheDefault) {
  EXPECT_FALSE(parse_config("", "f").says_pairs);
  EXPECT_TRUE(parse_config("[link]\npair_probability_min = 0.01", "f").says_pairs);
  EXPECT_TRUE(said("link", one("pair_probability_min", {"0.01"})).says_pairs);
  EXPECT_FALSE(said("link", one("threshold", {"0.9"})).says_pairs);
}

// The help of sanaq link and sanaq estimate is tested in their room; other commands add no table.
TEST(Flags, StandInTheTablesOfLinkingAndEstimatingAlone) {
  const auto expect_none = [](const auto& options) {
    for (const auto& option : options) EXPECT_EQ(option.flag.name, "") << option.key;
  };
  expect_none(first_options());
  expect_none(words_options());
  expect_none(serve_options());
  expect_none(publish_options());
  expect_none(list_options());
  expect_none(table_options());
  expect_none(scope_options());
}

TEST(Flags, WhatIsShownAsDefaultSaysWhatHoldsAnyway) {
  for (const char* table : {"link", "estimate"}) {
    for (const Option<Config>& option : options_of(table)) {
      const std::string shown = shown_default(option);
      if (option.flag.name.empty() || shown.empty()) continue;
      const Config config = said(table, one(std::string(option.key), {shown}));
      EXPECT_EQ(option.value(config), option.value(Config{})) << option.key;
    }
  }
}

}  // namespace sanaq::settings
