#include "sanaq/investigation/settings_words.h"

#include <gtest/gtest.h>

namespace sanaq::investigation {
namespace {

std::string told(const std::string& key, const std::string& was, const std::string& now,
                 const char* language = "en") {
  const base::Catalog catalog(language);
  return catalog.say(with_terms(words_of_settings(key, was, now), catalog));
}

TEST(SettingsWords, AValueOfAColumnIsSaidWithoutKeys) {
  EXPECT_EQ(told("list.hospital.values.sex.1", "", "\"m\""),
            "In hospital, 1 in the column Man or woman is man: that was not said before");
  EXPECT_EQ(told("list.hospital.values.sex.1", "\"f\"", "\"m\""),
            "In hospital, 1 in the column Man or woman is man: before, it was f");
  EXPECT_EQ(told("list.hospital.values.sex.1", "\"f\"", ""),
            "In hospital, 1 in the column Man or woman is no longer read in another way");
}

TEST(SettingsWords, WhatAListIsReadFrom) {
  EXPECT_EQ(told("list.hospital.columns.name", "", "\"ФИО\""),
            "In hospital, the column ФИО is Whole name: that was not said before");
  EXPECT_EQ(told("list.hospital.public", "[\"name\"]", "[\"name\", \"date\"]"),
            "In hospital, the columns that may be public: name, date; before, it was name");
  EXPECT_EQ(told("list.hospital.duplicates", "", "false"),
            "In hospital, whether one person may stand there twice: no; that was not said before");
  EXPECT_EQ(told("list.hospital", "{ name = \"hospital\" }", ""),
            "The list hospital was taken out of the count");
  EXPECT_EQ(told("list.hospital.file", "", "\"h.csv\""), "The list hospital was added");
}

TEST(SettingsWords, WhatNobodyChangesByHandIsCalledByItsKey) {
  EXPECT_EQ(told("estimate.method", "\"chao\"", "\"all\""),
            "settings: estimate.method = \"all\"; it was \"chao\"");
  EXPECT_EQ(told("", "", "1"), "settings:  = 1; it was not set");
  EXPECT_EQ(told("title", "no TOML", "\"A\""), "the title: A; before, it was no TOML");
}

TEST(SettingsWords, EachIsSaidInTheReadersLanguage) {
  for (const char* language : {"ru", "kk"}) {
    const std::string said = told("list.hospital.values.sex.1", "", "\"m\"", language);
    EXPECT_NE(said, told("list.hospital.values.sex.1", "", "\"m\"")) << said;
    EXPECT_EQ(said.find("man"), std::string::npos) << said;
    EXPECT_EQ(said.find("before"), std::string::npos) << said;
  }
}

}  // namespace
}  // namespace sanaq::investigation
