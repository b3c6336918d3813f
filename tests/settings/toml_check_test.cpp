#include "sanaq/settings/toml_check.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "sanaq/base/error.h"
#include "sanaq/settings/config.h"
#include "sanaq/settings/read_config.h"

namespace sanaq::settings {
namespace {

std::string repeated(const std::string& text, int times) {
  std::string all;
  for (int at = 0; at < times; ++at) all += text;
  return all;
}

std::string refusal(const std::string& toml) {
  try {
    check_toml(toml, "investigation.toml");
  } catch (const base::Error& error) {
    return error.what();
  }
  return "";
}

}  // namespace

TEST(CheckToml, KeysNestedWithoutEndAreRefusedAndNeverSeenByTheLibrary) {
  for (const int times : {20, 100'000}) {
    for (const std::string& toml :
         {repeated("a.", times) + "a = 1", "[" + repeated("a.", times) + "a]",
          "[[" + repeated("a.", times) + "a]]", repeated("'a'.", times) + "a = 1",
          repeated("\"a\" . ", times) + "a = 1", "a = {" + repeated("a.", times) + "a = 1}",
          "a = " + repeated("[", times), "a = " + repeated("{a = ", times),
          "a = \"\"\"\n\"\"\"\"\n" + repeated("a.", times) + "a = 1",
          "a = 'x\n" + repeated("a.", times) + "a = 1"}) {
      EXPECT_NE(refusal("title = 'T'\n" + toml).find("more than 16 deep"), std::string::npos)
          << toml.substr(0, 40);
      EXPECT_THROW((void)parse_config("title = 'T'\n" + toml, "i"), base::Error);
    }
  }
}

TEST(CheckToml, WhatStandsInATextOrARemarkIsNoKey) {
  const std::string points = repeated("a.", 1000) + repeated("[", 1000);
  for (const std::string& toml : std::vector<std::string>{
           "# " + points + "\na = 1", "a = \"" + points + "\"", "a = '" + points + "'",
           "a = \"\"\"\n" + points + "\n\"\"\"", "a = \"\\\"" + points + "\"",
           "a =  + points + ''\nb = 2", "numbers = [" + repeated("1.5, ", 1000) + "]",
           repeated("x = 1.5\n", 1000)})
    EXPECT_EQ(refusal(toml), "") << toml.substr(0, 40);
}

TEST(CheckToml, TheLineIsNamed) {
  EXPECT_NE(refusal("a = 1\n\n" + repeated("a.", 30) + "b = 1").find("line 3"), std::string::npos);
}

TEST(CheckToml, AFileOfMegabytesIsNoSettings) {
  EXPECT_NE(refusal(std::string(5'000'000, '\n')).find("more than 4 MB"), std::string::npos);
}

}  // namespace sanaq::settings
