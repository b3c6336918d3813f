#include "sanaq/link/plain_date.h"

#include <gtest/gtest.h>

namespace sanaq::link {
namespace {

TEST(PlainDate, ADateIsOnePlainTextHoweverItIsWritten) {
  EXPECT_EQ(plain_date("1985-02-03"), "19850203");
  EXPECT_EQ(plain_date("03/02/1985"), "19850203");
  EXPECT_EQ(plain_date("x"), "");
}

TEST(PlainDate, ADayThatDoesNotExistIsNoInterval) {
  EXPECT_FALSE(date_of("19850230").has_value());
  ASSERT_TRUE(date_of("19850203").has_value());
  EXPECT_EQ(date_of("19850203")->first_day, date_of("19850203")->last_day);
  ASSERT_TRUE(date_of("1985-02").has_value());
  EXPECT_EQ(date_of("1985-02")->last_day - date_of("1985-02")->first_day, 27);
}

}  // namespace
}  // namespace sanaq::link
