#include "sanaq/casefile/sentence.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace sanaq::casefile {

TEST(Sentence, ReadsTheFormsOfTheContract) {
  EXPECT_EQ(read_sentence("7y")->months, 84);
  EXPECT_EQ(read_sentence("5y6m")->months, 66);
  EXPECT_EQ(read_sentence("5y 6m")->months, 66);
  EXPECT_EQ(read_sentence("18m")->months, 18);
  EXPECT_EQ(read_sentence("30d")->days, 30);
  EXPECT_TRUE(read_sentence("suspended 2y")->is_suspended);
  EXPECT_EQ(read_sentence("Suspended 2y")->months, 24);
  EXPECT_TRUE(read_sentence("life")->is_life);
  EXPECT_TRUE(read_sentence("none")->is_none());
}

TEST(Sentence, RefusesWhatIsNone) {
  for (const char* cell : {"", "7", "y", "7 years", "6m5y", "5y6", "-7y", "suspended",
                           "suspended life", "0y", "7y7y", "201y", "99999999999y", "5,5y"})
    EXPECT_FALSE(read_sentence(cell)) << cell;
}

TEST(Sentence, EighteenMonthsAreWrittenInOneWay) {
  EXPECT_EQ(sentence_text(*read_sentence("18m")), "1y6m");
  EXPECT_EQ(sentence_text(*read_sentence("suspended 24m")), "suspended 2y");
}

RC_GTEST_PROP(Sentence, WhatIsWrittenIsReadAgain, ()) {
  Sentence sentence;
  sentence.months = *rc::gen::inRange(0, 2400);
  sentence.days = *rc::gen::inRange(0, 400);
  sentence.is_suspended = !sentence.is_none() && *rc::gen::arbitrary<bool>();
  RC_ASSERT(*read_sentence(sentence_text(sentence)) == sentence);
}

}  // namespace sanaq::casefile
