#include "sanaq/draw/outlines.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace sanaq::draw {
namespace {

constexpr GeoBox world{-90, 90, -180, 180};

std::size_t points_in(const std::vector<BorderLine>& lines) {
  std::size_t count = 0;
  for (const BorderLine& line : lines) count += line.size();
  return count;
}

TEST(Outlines, KazakhstanGoesFromTheCaspianToAltai) {
  const auto lines = border_lines({48, 48, 67, 67}, world);  // Ulytau; Russia's box is about it too
  ASSERT_FALSE(lines.empty());
  const bool has_altai = std::any_of(lines.begin(), lines.end(), [](const BorderLine& line) {
    return std::any_of(line.begin(), line.end(), [](const GeoPoint& point) {
      return point.longitude > 86.5 && point.longitude < 87.5 && point.latitude > 48.5 &&
             point.latitude < 49.6;
    });
  });
  EXPECT_TRUE(has_altai);
}

TEST(Outlines, OnlyWhatMayBeSeenIsThere) {
  const GeoBox mangystau{42, 46, 50, 56};
  const auto lines = border_lines(mangystau, mangystau);
  EXPECT_GT(points_in(lines), 10u);
  EXPECT_LT(points_in(lines), 200u);
  for (const BorderLine& line : lines) EXPECT_GE(line.size(), 2u);
  EXPECT_TRUE(border_lines({-40, -39, -130, -129}, {-40, -39, -130, -129}).empty());  // the sea
}

TEST(Outlines, EveryPointIsOnTheEarthAndEveryRingCloses) {
  for (const BorderLine& line : border_lines(world, world)) {
    EXPECT_NEAR(line.front().latitude, line.back().latitude, 1e-9);
    EXPECT_NEAR(line.front().longitude, line.back().longitude, 1e-9);
    for (const GeoPoint& point : line) {
      EXPECT_LE(std::abs(point.latitude), 90);
      EXPECT_LE(std::abs(point.longitude), 180.001);
    }
  }
}

}  // namespace
}  // namespace sanaq::draw
