#include "sanaq/casefile/demands.h"

#include <gtest/gtest.h>

#include "casefile/a_case.h"

namespace sanaq::casefile {
namespace {

using test::day;

std::vector<Demand> demands_of(const std::vector<std::string>& lines) {
  return entities_of(View(test::read("demand", lines).statements)).demands;
}

TEST(Demands, AreOpenUntilTheyAreMet) {
  const auto demands = demands_of(
      {"demand;text;date;status;status_date;source", "d;Release them;2014-12-16;met;2016-01-01;s"});
  const auto before = demands_on(demands, day("2015-12-16"));
  EXPECT_EQ(before[0].status, "open");
  EXPECT_EQ(*before[0].days_open, (Range{365, 365}));
  const auto after = demands_on(demands, day("2020-01-01"));
  EXPECT_EQ(after[0].status, "met");
  EXPECT_EQ(after[0].days_open->low, day("2016-01-01") - day("2014-12-16"));
  EXPECT_TRUE(demands_on(demands, day("2014-12-15")).empty());
}

TEST(Demands, ARefusedOneStaysOpenForItsMakersAndAnUndatedAnswerIsUncertain) {
  const auto demands = demands_of(
      {"demand;text;date;status;status_date;source", "d;Release them;2014-12;refused;;s"});
  const auto now = demands_on(demands, day("2015-12-16"));
  EXPECT_EQ(now[0].status, "refused");
  EXPECT_FALSE(now[0].is_certain);
  EXPECT_EQ(now[0].days_open->high, day("2015-12-16") - day("2014-12-01"));
}

TEST(Demands, WhatIsMetBeforeItWasMadeIsNotCertainAndHasNoLength) {
  const auto demands = demands_of(
      {"demand;text;date;status;status_date;source", "d;Release them;2014-12-16;met;2013-01-01;s"});
  const auto now = demands_on(demands, day("2015-12-16"));
  ASSERT_EQ(now.size(), 1U);
  EXPECT_EQ(now[0].status, "met");
  EXPECT_FALSE(now[0].is_certain);
  EXPECT_FALSE(now[0].days_open);
}

}  // namespace
}  // namespace sanaq::casefile
