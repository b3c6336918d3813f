#include "sanaq/intake/limits.h"

#include <gtest/gtest.h>

namespace sanaq::intake {
namespace {

constexpr double noon = 1000000;
constexpr std::int64_t gigabyte = std::int64_t{1} << 30;

TEST(Limits, ThirtyAnHourComeFromOnePlace) {
  CommentLimit limit;
  for (int count = 0; count < 30; ++count) EXPECT_EQ(0, limit.minutes_to_wait("192.0.2.1", noon));
  EXPECT_EQ(60, limit.minutes_to_wait("192.0.2.1", noon));
  EXPECT_EQ(1, limit.minutes_to_wait("192.0.2.1", noon + 3590));
  EXPECT_EQ(0, limit.minutes_to_wait("192.0.2.2", noon));
  EXPECT_EQ(0, limit.minutes_to_wait("192.0.2.1", noon + 3601));
}

TEST(Limits, NoPlaceAndNoLimitAreNotCounted) {
  CommentLimit limit(1), none(0);
  for (int count = 0; count < 100; ++count) {
    EXPECT_EQ(0, limit.minutes_to_wait("", noon));
    EXPECT_EQ(0, none.minutes_to_wait("192.0.2.1", noon));
  }
  EXPECT_EQ(0U, limit.place_count());
}

TEST(Limits, PlacesAreForgottenAfterTheirHour) {
  CommentLimit limit;
  EXPECT_EQ(0, limit.minutes_to_wait("192.0.2.1", noon));
  EXPECT_EQ(0, limit.minutes_to_wait("192.0.2.2", noon + 3700));
  EXPECT_EQ(1U, limit.place_count());
}

TEST(Limits, AnIpv6PlaceIsItsNetworkAndAnOnionCircuitAWholeAddress) {
  EXPECT_EQ("192.0.2.1", counted_place("192.0.2.1"));
  EXPECT_EQ("192.0.2.1", counted_place("::ffff:192.0.2.1"));
  EXPECT_EQ(counted_place("2001:db8:1:2::1"), counted_place("2001:DB8:1:2:ffff::9"));
  EXPECT_NE(counted_place("2001:db8:1:2::1"), counted_place("2001:db8:1:3::1"));
  EXPECT_NE(counted_place("fc00:dead:beef:4dad::0:29"), counted_place("fc00:dead:beef:4dad::0:30"));
}

TEST(Limits, WhatIsNoAddressIsNoPlace) {
  for (const char* const text : {"", "unix:", "1.2.3", "1.2.3.4, 5.6.7.8", "a\r\nb", "::1::2"})
    EXPECT_EQ("", counted_place(text)) << text;
  EXPECT_EQ("", counted_place(std::string(10000, '1')));
}

TEST(Limits, FilesAreRefusedFirstAndWordsOfAWitnessLast) {
  const auto takes = [](std::int64_t percent) {
    const DiskRoom disk{percent * gigabyte, 100 * gigabyte};
    return std::array{has_room(Coming::file, disk), has_room(Coming::comment, disk),
                      has_room(Coming::text, disk)};
  };
  EXPECT_EQ((std::array{true, true, true}), takes(30));
  EXPECT_EQ((std::array{false, true, true}), takes(29));
  EXPECT_EQ((std::array{false, true, true}), takes(20));
  EXPECT_EQ((std::array{false, false, true}), takes(19));
  EXPECT_EQ((std::array{false, false, true}), takes(2));
  EXPECT_EQ((std::array{false, false, false}), takes(1));
}

TEST(Limits, ASmallDiskKeeps256MiB) {
  EXPECT_TRUE(has_room(Coming::text, {256 << 20, gigabyte}));
  EXPECT_FALSE(has_room(Coming::text, {255 << 20, gigabyte}));
}

}  // namespace
}  // namespace sanaq::intake
