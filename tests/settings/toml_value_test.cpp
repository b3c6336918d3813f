#include "sanaq/settings/toml_value.h"

#include <gtest/gtest.h>

namespace sanaq::settings {
namespace {

std::vector<std::string> read(std::string_view typed) {
  std::vector<std::string> all;
  for (const TomlValue& value : readings(typed)) all.push_back(value.toml);
  return all;
}

TEST(TomlValue, IsWrittenAsTomlHasIt) {
  EXPECT_EQ(text_value("a \"b\"\n").toml, R"("a \"b\"\u000A")");
  EXPECT_EQ(texts_value({"name", "ФИО"}).toml, "[\"name\", \"ФИО\"]");
  EXPECT_EQ(texts_value({}).toml, "[]");
  EXPECT_EQ(truth_value(true).toml, "true");
  EXPECT_EQ(number_value(0.5).toml, "0.5");
  EXPECT_EQ(number_value(1).toml, "1.0");
  EXPECT_EQ(whole_value(-3).toml, "-3");
  EXPECT_EQ(mapping_value({{"1", "m"}, {"женщ.", "f"}}).toml, "{ 1 = \"m\", \"женщ.\" = \"f\" }");
  EXPECT_EQ(mapping_value({}).toml, "{}");
}

TEST(TomlValue, WhatWasTypedMayBeMeantInSeveralWays) {
  EXPECT_EQ(read("0.5").front(), "0.5");
  EXPECT_EQ(read("dmy").front(), "\"dmy\"");
  EXPECT_EQ(read("2011-12-16").front(), "2011-12-16");
  EXPECT_EQ(read("[\"a\",'b']").front(), "[\"a\", \"b\"]");
  EXPECT_EQ(read("17, 40-52"),
            (std::vector<std::string>{"\"17, 40-52\"", "[17, \"40-52\"]", "[\"17\", \"40-52\"]"}));
  EXPECT_EQ(read(""), (std::vector<std::string>{"\"\"", "[]", "[]"}));
}

TEST(TomlValue, NothingIsTakenAlongThatIsNotTheValue) {
  for (const char* typed : {"1 # a comment", "1\n[publish]", "1\r\nx = 2", "a]", "{ a = 1", "\"a"})
    EXPECT_EQ(read(typed).front(), text_value(typed).toml) << typed;
}

TEST(TomlValue, WordsAreWithoutQuotes) {
  EXPECT_EQ(words_of(text_value("a \"b\"")), "a \"b\"");
  EXPECT_EQ(words_of({"[\"a\"]"}), "[\"a\"]");
  EXPECT_EQ(words_of({"0.5"}), "0.5");
}

}  // namespace
}  // namespace sanaq::settings
