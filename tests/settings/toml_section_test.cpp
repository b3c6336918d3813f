#include "sanaq/settings/toml_section.h"

#include <gtest/gtest.h>

#include "sanaq/base/error.h"

namespace sanaq::settings {
namespace {

const std::string path = "investigation.toml";

std::string refusal(const std::string& toml, const std::function<void(Section&)>& read) {
  const toml::table table = toml::parse(toml);
  Section section(table, "scope", path);
  try {
    read(section);
  } catch (const base::Error& error) {
    return error.what();
  }
  return "";
}

TEST(TomlSection, GivesTheValueOfAKeyAndNothingWhereThereIsNone) {
  const toml::table table = toml::parse("a = \"x\"\nb = [\"y\", \"z\"]\nrows = [3, \"5-7\"]\n");
  Section section(table, "", path);
  EXPECT_EQ(section.text("a"), "x");
  EXPECT_EQ(section.text("c"), std::nullopt);
  EXPECT_EQ(section.texts("b"), (Words{"y", "z"}));
  EXPECT_EQ(section.one_or_more("a"), Words{"x"});
  EXPECT_EQ(section.rows("rows"), (std::vector<std::int64_t>{3, 5, 6, 7}));
  EXPECT_NO_THROW(section.refuse_unknown());
}

TEST(TomlSection, WhatStandsInTheWrongFormIsRefusedWithItsLineAndWholeName) {
  const std::string said = refusal("\na = 1\n", [](Section& section) { (void)section.text("a"); });
  EXPECT_NE(said.find("investigation.toml, line 2: scope.a"), std::string::npos) << said;
  EXPECT_NE(refusal("a = [1]\n", [](Section& section) { (void)section.texts("a"); }), "");
  EXPECT_NE(refusal("a = \"1-x\"\n", [](Section& section) { (void)section.rows("a"); }), "");
  EXPECT_NE(refusal("a = [1]\n", [](Section& section) { (void)section.range("a"); }), "");
  EXPECT_NE(refusal("", [](Section& section) { section.missing("file"); }), "");
}

TEST(TomlSection, ASeedMayBeATextWhereItIsBeyondWhatTomlHolds) {
  const toml::table table =
      toml::parse("a = 7\nb = \"18446744073709551615\"\nc = -1\nd = \"1x\"\ne = 1.5\n");
  Section section(table, "", path);
  EXPECT_EQ(section.seed("a"), 7U);
  EXPECT_EQ(section.seed("b"), 18446744073709551615U);
  EXPECT_EQ(section.seed("f"), std::nullopt);
  for (const char* key : {"c", "d", "e"}) EXPECT_ANY_THROW((void)section.seed(key)) << key;
}

TEST(TomlSection, OfFlagsTheComplaintsNameTheFlag) {
  const toml::table table = toml::parse("a = 5\n");
  const FlagsInLine flags = {{"a", {"--a-flag", "five"}}, {"b", {"--b", ""}}};
  const Section section(table, flags);
  const auto said = [&](const std::function<void()>& complain) {
    try {
      complain();
    } catch (const base::Error& error) {
      EXPECT_EQ(error.kind(), base::Kind::usage);
      return std::string(error.what());
    }
    return std::string();
  };
  EXPECT_EQ(said([&] { section.wrong("a", "1, 2"); }),
            "--a-flag five cannot be used as it stands; write it like this: 1, 2");
  EXPECT_EQ(said([&] { section.outside("a", 5, 0, 1); }),
            "--a-flag is 5; it must lie between 0 and 1");
  EXPECT_EQ(said([&] { section.unknown_word("a", "fove", {"five"}); }),
            "--a-flag fove: there is nothing of this name; did you mean five?");
  EXPECT_EQ(section.spelled("b"), "--b");
}

TEST(TomlSection, AKeyThatNobodyAskedForIsUnknownAndTheNearestIsNamed) {
  const auto read = [](Section& section) {
    (void)section.text("places");
    section.know({"from"});
    section.refuse_unknown();
  };
  EXPECT_EQ(refusal("places = \"x\"\nfrom = 1\n", read), "");
  EXPECT_NE(refusal("place = \"x\"\n", read).find("did you mean places?"), std::string::npos);
  EXPECT_NE(refusal("qwxyzvk = 1\n", read).find("known here are: places, from"), std::string::npos);
}

}  // namespace
}  // namespace sanaq::settings
