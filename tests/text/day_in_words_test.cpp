#include "sanaq/text/day_in_words.h"

#include <gtest/gtest.h>

namespace sanaq::text {

TEST(DayInWords, EachLanguageHasItsOwnOrderAndEndings) {
  EXPECT_EQ(day_in_words(2014, 12, 16, "en"), "16 December 2014");
  EXPECT_NE(day_in_words(2014, 12, 16, "ru").find("16 декабря 2014"), std::string::npos);
  const std::string kazakh = day_in_words(2014, 12, 16, "kk");
  EXPECT_NE(kazakh.find("желтоқсан"), std::string::npos) << kazakh;
  EXPECT_NE(kazakh.find("2014"), std::string::npos);
}

TEST(DayInWords, OldDaysAreGregorianToo) {
  EXPECT_EQ(day_in_words(1500, 2, 28, "en"), "28 February 1500");
}

TEST(DayInWords, AnUnknownLanguageGetsTheDayAllTheSame) {
  EXPECT_NE(day_in_words(2014, 12, 16, "xx").find("2014"), std::string::npos);
}

}  // namespace sanaq::text
