#include "sanaq/text/costs.h"

#include <gtest/gtest.h>

#include "sanaq/text/keys.h"

namespace sanaq::text {
namespace {

std::size_t number(std::u32string_view symbol) {
  return static_cast<std::size_t>(units_of(symbol)[0]);
}

}  // namespace

TEST(EditCosts, AreThePublishedOnes) {
  const EditCosts& costs = edit_costs(Script::latin, Script::cyrillic);
  EXPECT_EQ(costs.substitution[number(U"k")][number(U"q")], 231);
  EXPECT_EQ(costs.substitution[number(U"k")][number(U"k")], 71);
  EXPECT_EQ(costs.substitution[number(U"k")][number(U"I")], 442);  // not listed: margins and 7 bits
  EXPECT_EQ(costs.insertion[EditCosts::head][number(U"y")], 156);
}

TEST(EditCosts, AreMirroredWithTheScripts) {
  for (int x = 0; x < script_count; ++x) {
    for (int y = 0; y < script_count; ++y) {
      const EditCosts& one = edit_costs(static_cast<Script>(x), static_cast<Script>(y));
      const EditCosts& other = edit_costs(static_cast<Script>(y), static_cast<Script>(x));
      ASSERT_EQ(one.insertion, other.deletion);
      ASSERT_EQ(one.margin_x, other.margin_y);
      for (std::size_t a = 1; a < unit_count; ++a) {
        for (std::size_t b = 1; b < unit_count; ++b)
          ASSERT_EQ(one.substitution[a][b], other.substitution[b][a]);
      }
    }
  }
}

TEST(BigramBits, AreAddedOverTheWord) {
  EXPECT_DOUBLE_EQ(bigram_bits(units_of(U"usen"), Script::latin), 18.375);
  EXPECT_DOUBLE_EQ(bigram_bits("", Script::latin), 261 / 16.0);
}

TEST(FrequencyBits, KnowCommonNames) {
  EXPECT_DOUBLE_EQ(frequency_bits("smVt", Script::latin), 99 / 16.0);
  EXPECT_LT(frequency_bits("qqqq", Script::latin), 0);
  EXPECT_GT(frequency_bits(rarity_key(units_of(U"mḥmd"), Script::arabic), Script::arabic), 0);
}

TEST(NameWeights, AreThePublishedOnes) {
  EXPECT_DOUBLE_EQ(name_weights().base, 3.39);
  EXPECT_DOUBLE_EQ(name_weights().scrambled, -7.40);
  EXPECT_DOUBLE_EQ(name_weights().no_part, -9);
}

}  // namespace sanaq::text
