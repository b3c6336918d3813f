#include "sanaq/exchange/compared_names.h"

#include <gtest/gtest.h>

#include "sanaq/base/error.h"

namespace sanaq::exchange {
namespace {

TEST(ComparedNames, OneNameInTwoAlphabetsIsProbablyOne) {
  const ComparedNames found =
      compare_two_names("Құрманов Айнұр", "Ainur Kurmanov", "person", 0.5, {});
  EXPECT_GT(found.probability, 0.9);
  EXPECT_EQ(found.level, "same sound");
  EXPECT_FALSE(found.comparison.parts.empty());
}

TEST(ComparedNames, APriorAndNicknamesOfTheUsersOwnCount) {
  const double even = compare_two_names("Asan Bek", "Asan Bek", "person", 0.5, {}).probability;
  EXPECT_LT(compare_two_names("Asan Bek", "Asan Bek", "person", 0.001, {}).probability, even);
  const double without = compare_two_names("Qozy Bek", "Abzal Bek", "person", 0.5, {}).probability;
  EXPECT_GT(
      compare_two_names("Qozy Bek", "Abzal Bek", "person", 0.5, {{"Abzal", "Qozy"}}).probability,
      without);
}

TEST(ComparedNames, WhatCannotBeComparedIsRefused) {
  EXPECT_THROW((void)compare_two_names("a", "b", "ghost", 0.5, {}), base::Error);
  EXPECT_THROW((void)compare_two_names("a", "b", "person", 1, {}), base::Error);
  EXPECT_THROW((void)compare_two_names(std::string(100'000, 'a'), "b", "person", 0.5, {}),
               base::Error);
}

}  // namespace
}  // namespace sanaq::exchange
