#include "sanaq/pages/day_words.h"

#include <gtest/gtest.h>

#include "sanaq/record/partial_date.h"

namespace sanaq::pages {

TEST(DayWords, ADayIsSaidInThePagesLanguage) {
  const draw::Voice english("en"), russian("ru");
  EXPECT_EQ(day_words(record::day_number(2014, 12, 16), english), "16 December 2014");
  EXPECT_EQ(day_words(std::string("2014-12-16"), english), "16 December 2014");
  EXPECT_NE(day_words(std::string("2014-12-16"), russian).find("декабря"), std::string::npos);
}

TEST(DayWords, WhatIsNoDayStaysAsItIs) {
  const draw::Voice english("en");
  for (const char* text : {"", "2014", "2014-12", "soon"})
    EXPECT_EQ(day_words(std::string(text), english), text);
}

}  // namespace sanaq::pages
