#include "sanaq/tables/arrow_time.h"

#include <gtest/gtest.h>

#include <cstdint>

namespace sanaq::tables {
namespace {

TEST(ArrowTime, DaysBefore1970AndFarAway) {
  const ArrowTime days = *ArrowTime::of_format("tdD");
  EXPECT_EQ("1970-01-01", days.text(0));
  EXPECT_EQ("1969-12-31", days.text(-1));
  EXPECT_EQ("1900-02-28", days.text(-25509));
  EXPECT_EQ("2011-12-16", days.text(15324));
}

TEST(ArrowTime, TimestampsOfEachUnitAndZone) {
  EXPECT_EQ("2011-12-16 14:00:00", ArrowTime::of_format("tss:")->text(1324044000));
  EXPECT_EQ("2011-12-16 14:00:00", ArrowTime::of_format("tsm:UTC")->text(1324044000999));
  EXPECT_EQ("2011-12-16 19:00:00", ArrowTime::of_format("tsu:+05:00")->text(1324044000000000));
  EXPECT_EQ("2011-12-16 20:00:00",
            ArrowTime::of_format("tsn:Asia/Almaty")->text(1324044000000000000));
}

TEST(ArrowTime, TimesOfDay) {
  EXPECT_EQ("14:05:09", ArrowTime::of_format("tts")->text(14 * 3600 + 5 * 60 + 9));
  EXPECT_EQ("00:00:00", ArrowTime::of_format("ttn")->text(999));
  EXPECT_TRUE(ArrowTime::of_format("ttm")->has_32_bits());
  EXPECT_FALSE(ArrowTime::of_format("ttu")->has_32_bits());
}

TEST(ArrowTime, WhatLiesBeyondAllYearsStandsAsItsNumber) {
  EXPECT_EQ("9223372036854775807", ArrowTime::of_format("tss:")->text(INT64_MAX));
  EXPECT_EQ("-2147483648", ArrowTime::of_format("tdD")->text(INT32_MIN));
  EXPECT_EQ("90000", ArrowTime::of_format("tts")->text(90000));
}

TEST(ArrowTime, OtherFormatsAreNone) {
  for (const char* format : {"u", "ts", "tsx:", "ttx", "tDs", "tss:Nowhere/AtAll"})
    EXPECT_FALSE(ArrowTime::of_format(format)) << format;
}

}  // namespace
}  // namespace sanaq::tables
