#include "sanaq/settings/edit_array.h"

#include <gtest/gtest.h>

namespace sanaq::settings {
namespace {

// The file with the array `a` as `now` has it.
std::optional<std::string> with(const std::string& file, const std::string& now) {
  const toml::table before = toml::parse(file), holder = toml::parse("a = " + now);
  return text_with_array(TomlLines(file), *before.get_as<toml::array>("a"),
                         *holder.get_as<toml::array>("a"));
}

}  // namespace

TEST(EditArray, WhatIsKeptKeepsItsLinesAndWhatTakesAPlaceItsComment) {
  const std::string file = "a = [\n  1, # one\n  2, # two\n\n  3 # three\n] # all\n";
  EXPECT_EQ(with(file, "[1, 2, 3]"), file);
  EXPECT_EQ(with(file, "[1, 7, 3]"), "a = [\n  1, # one\n  7, # two\n\n  3 # three\n] # all\n");
  EXPECT_EQ(with(file, "[2, 3]"), "a = [\n  2, # two\n\n  3 # three\n] # all\n");
  EXPECT_EQ(with(file, "[1, 2, 3, 4, 5]"),
            "a = [\n  1, # one\n  2, # two\n\n  3, # three\n  4,\n  5,\n] # all\n");
  EXPECT_EQ(with(file, "[3]"), "a = [\n\n  3 # three\n] # all\n");
  EXPECT_EQ(with(file, "[9, 8, 3]"), "a = [\n  9, # one\n  8, # two\n\n  3 # three\n] # all\n");
}

TEST(EditArray, CommentsThatWouldSpeakOfNothingAreLeftToTheirWriter) {
  EXPECT_FALSE(with("a = [1, # one\n  2]\n", "[3, 4]"));
  EXPECT_FALSE(with("a = [1, # one\n  2]\n", "[]"));
  EXPECT_FALSE(with("a = [[1, # one\n  2], 5]\n", "[[1], 5]"));
  EXPECT_EQ(with("a = [[1, # one\n  2], 5]\n", "[[1, 2], 6]"), "a = [[1, # one\n  2], 6]\n");
  EXPECT_EQ(with("a = [1, # one\n]\n", "[2]"), "a = [2, # one\n]\n");
}

}  // namespace sanaq::settings
