#include "sanaq/base/message.h"

#include <gtest/gtest.h>

namespace sanaq::base {

TEST(Message, FillsArgumentsInOrder) {
  EXPECT_EQ(message("{}: row {} is blank", "morgue.csv", 7).english(),
            "morgue.csv: row 7 is blank");
}

TEST(Message, TranslatorsMayChangeTheOrder) {
  EXPECT_EQ(fill("{1} of {0}", {"ten", "two"}), "two of ten");
}

TEST(Message, TooFewArgumentsLeaveTheBraces) {
  EXPECT_EQ(fill("{} and {}", {"one"}), "one and {}");
}

TEST(Message, ArgumentsAreNotFilledAgain) { EXPECT_EQ(fill("{} {}", {"{}", "b"}), "{} b"); }

TEST(Message, BracesAroundWordsStay) {
  EXPECT_EQ(fill("covers = {…} for {}", {"x"}), "covers = {…} for x");
}

}  // namespace sanaq::base
