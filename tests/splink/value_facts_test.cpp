#include "sanaq/splink/value_facts.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>

namespace sanaq::splink {
namespace {

TEST(ValueFacts, LettersAreBytesOfTheColumnsOwnAlphabet) {
  const ValueFacts facts({"", "Серік", "Серик", "aab"});
  EXPECT_EQ(facts.signatures[1].length, 5);
  EXPECT_TRUE(std::equal(facts.letters(1), facts.letters(1) + 3, facts.letters(2)));
  EXPECT_NE(facts.letters(1)[3], facts.letters(2)[3]);
  EXPECT_EQ(facts.letters(3)[0], facts.letters(3)[1]);
  EXPECT_FALSE(facts.has_long);
}

TEST(ValueFacts, CommonBitsBoundTheLettersInCommon) {
  const ValueFacts facts({"", "aaaab", "aaaac"});
  const Signature &a = facts.signatures[1], &b = facts.signatures[2];
  EXPECT_GE(std::popcount(a.bits & b.bits) + std::min(a.over, b.over), 4);
}

TEST(ValueFacts, AValueOfMoreThan64LettersIsLeftToTheSlowWay) {
  const ValueFacts facts({"", std::string(70, 'x'), "x"});
  EXPECT_TRUE(facts.has_long);
  EXPECT_TRUE(facts.signatures[1].is_long);
  EXPECT_FALSE(facts.signatures[2].is_long);
}

}  // namespace
}  // namespace sanaq::splink
