#include "sanaq/link/column_kind.h"

#include <gtest/gtest.h>

namespace sanaq::link {
namespace {

TEST(ColumnKind, IsFoundFromTheContent) {
  const std::vector<std::uint32_t> codes{1, 2, 3, 1};
  EXPECT_EQ(find_kind(std::nullopt, {"", "1985-02-03", "1990-11-30", "1971-01-01"}, codes),
            Kind::date);
  EXPECT_EQ(find_kind(std::nullopt, {"", "a@b.example", "c@d.example", "e@f.example"}, codes),
            Kind::email);
  EXPECT_EQ(find_kind(record::Field::sex, {"", "m", "f", "x"}, codes), Kind::category);
}

TEST(ColumnKind, ADateIsOnePlainTextHoweverItIsWritten) {
  EXPECT_EQ(plain_date("1985-02-03"), "19850203");
  EXPECT_EQ(plain_date("03/02/1985"), "19850203");
  EXPECT_EQ(plain_date("x"), "");
}

TEST(ColumnKind, ADayThatDoesNotExistIsNoInterval) {
  EXPECT_FALSE(date_of("19850230").has_value());
  ASSERT_TRUE(date_of("19850203").has_value());
  EXPECT_EQ(date_of("19850203")->first_day, date_of("19850203")->last_day);
  ASSERT_TRUE(date_of("1985-02").has_value());
  EXPECT_EQ(date_of("1985-02")->last_day - date_of("1985-02")->first_day, 27);
}

}  // namespace
}  // namespace sanaq::link
