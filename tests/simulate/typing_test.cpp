#include "sanaq/simulate/typing.h"

#include <gtest/gtest.h>

#include <cstdlib>

#include "sanaq/record/partial_date.h"
#include "sanaq/simulate/letters.h"

namespace sanaq::simulate {
namespace {

TEST(Typing, OneSlipChangesTheLengthByAtMostOne) {
  num::Rng random(1, "test");
  int changed = 0;
  for (int turn = 0; turn < 2000; ++turn) {
    const std::string word = mistyped("Құрманов", random);
    EXPECT_LE(std::abs(static_cast<int>(to_letters(word).size()) - 8), 1) << word;
    changed += word != "Құрманов" ? 1 : 0;
  }
  EXPECT_GT(changed, 1800);
}

TEST(Typing, LatinStaysLatin) {
  num::Rng random(2, "test");
  for (int turn = 0; turn < 500; ++turn) {
    for (const char32_t letter : to_letters(mistyped("Zhanbolat", random))) EXPECT_LT(letter, 128U);
  }
}

TEST(Typing, ShortWordsStay) {
  num::Rng random(3, "test");
  EXPECT_EQ(mistyped("Ли", random), "Ли");
}

TEST(Typing, AMisreadDayStaysInItsMonth) {
  num::Rng random(4, "test");
  for (int turn = 0; turn < 200; ++turn) {
    const record::Day day =
        record::day_from_number(misread_day(record::day_number(2003, 10, 31), random));
    EXPECT_EQ(day.year, 2003);
    EXPECT_EQ(day.month, 10);
  }
}

}  // namespace
}  // namespace sanaq::simulate
