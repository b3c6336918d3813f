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
