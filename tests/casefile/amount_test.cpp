#include "sanaq/casefile/amount.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace sanaq::casefile {

TEST(Amount, ReadsPointsCommasAndSpaces) {
  EXPECT_EQ(read_amount("1250000.50"), 12'500'005'000);
  EXPECT_EQ(read_amount("1250000,50"), 12'500'005'000);
  EXPECT_EQ(read_amount("1 250 000"), 12'500'000'000);
  EXPECT_EQ(read_amount("1\u00a0250\u202f000,5"), 12'500'005'000);
  EXPECT_EQ(read_amount("0,125"), 1250);
}

TEST(Amount, RefusesWhatMayMeanTwoSums) {
  for (const char* cell :
       {"1,250", "1.250", "1,250,000", "-5", "5 USD", "", ".5", "5.", "1.23456", "99999999999999"})
    EXPECT_FALSE(read_amount(cell)) << cell;
}

RC_GTEST_PROP(Amount, WhatIsWrittenIsReadAgain, ()) {
  const Amount amount = *rc::gen::inRange<Amount>(0, 1'000'000'000'000);
  const std::string text = amount_text(amount);
  RC_PRE(text.find('.') == std::string::npos || text.size() - text.find('.') != 4);
  RC_ASSERT(read_amount(text) == amount);
}

}  // namespace sanaq::casefile
