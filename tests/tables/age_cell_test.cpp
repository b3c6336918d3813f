#include "sanaq/tables/age_cell.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace sanaq::tables {
namespace {

int years(std::string_view cell) {
  const auto age = read_age(cell);
  return age ? age->value_or(-1) : -2;
}

TEST(ReadAge, AsPeopleWriteIt) {
  for (const char* cell : {"35", "35 лет", "35 жас", "35 y.o.", "35лет", "35.0", "c. 35",
                           "около 35 лет", "35 (лет)", "aged 35", "35 years old"})
    EXPECT_EQ(years(cell), 35) << cell;
  EXPECT_EQ(years("2 года"), 2);
  EXPECT_EQ(years("1 год 6 месяцев"), 1);
  EXPECT_EQ(years("6 months"), 0);
  EXPECT_EQ(years("18 мес."), 1);
  EXPECT_EQ(years("3 дня"), 0);
  EXPECT_EQ(years("2,5 года"), 2);
  EXPECT_EQ(years("0"), 0);
}

TEST(ReadAge, ALetterBehindItIsASexAndNeverMonths) {
  for (const char* cell : {"35M", "35 m", "35f", "35 F", "35м", "35 муж.", "M 35", "35 (male)"})
    EXPECT_EQ(years(cell), 35) << cell;
  EXPECT_EQ(years("5m"), 5);
  EXPECT_EQ(years("2 y 3 m"), 2);
  EXPECT_EQ(years("5 мес."), 0);
  EXPECT_EQ(years("3 недели"), 0);
  EXPECT_EQ(years("1 день"), 0);
  EXPECT_EQ(years("m"), -2);
}

TEST(ReadAge, NotKnownIsAbsent) {
  for (const char* cell : {"", "-", "?", "н/д", "unknown", "белгісіз"})
    EXPECT_EQ(years(cell), -1) << cell;
}

TEST(ReadAge, WhatIsNoAgeIsReported) {
  for (const char* cell :
       {"adult", "30-35", "131", "1976", "лет", "-5", "35 36", "months", "99999999999999"})
    EXPECT_EQ(years(cell), -2) << cell;
}

RC_GTEST_PROP(ReadAge, NoCellBreaksIt, (const std::string& cell)) { (void)years(cell); }

}  // namespace
}  // namespace sanaq::tables
