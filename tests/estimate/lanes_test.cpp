#include "sanaq/estimate/lanes.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "sanaq/num/rng.h"

namespace sanaq::estimate {
namespace {

constexpr double unit = std::numeric_limits<double>::epsilon();

}  // namespace

TEST(Lanes, ExpIsWithinTwoUnitsInTheLastPlaceOfTheLibrarys) {
  num::Rng rng(1, "exp");
  for (int i = 0; i < 200000; ++i) {
    const double x = i % 2 == 0 ? 2 * rng.normal() : -708 + 1417 * rng.uniform();
    const Lanes value = exp_lanes(lanes(x));
    ASSERT_NEAR(value[3] / std::exp(x), 1, 2 * unit) << x;
  }
}

TEST(Lanes, ExpOfFarNegativeValuesIsNothing) {
  EXPECT_EQ(exp_lanes(lanes(-709))[0], 0);
  EXPECT_EQ(exp_lanes(lanes(-1e20))[7], 0);
  EXPECT_EQ(exp_lanes(lanes(0))[0], 1);
}

TEST(Lanes, LogIsWithinTwoUnitsInTheLastPlaceOfTheLibrarys) {
  num::Rng rng(1, "log");
  for (int i = 0; i < 200000; ++i) {
    const double x = i % 2 == 0 ? rng.uniform() : std::exp(-690 + 1390 * rng.uniform());
    const double expected = std::log(x);
    ASSERT_NEAR(log_lanes(lanes(x))[5], expected, 2 * unit * std::abs(expected)) << x;
  }
  EXPECT_EQ(log_lanes(lanes(1))[0], 0);
  EXPECT_NEAR(log_lanes(lanes(0))[0], std::log(1e-300), 1e-10);
}

TEST(Lanes, EveryLaneIsItsOwn) {
  const Lanes x{-3, -1, 0, 0.5, 1, 2, 30, -800};
  const Lanes value = exp_lanes(x);
  for (int lane = 0; lane < lane_count; ++lane)
    EXPECT_NEAR(value[lane], lane == 7 ? 0 : std::exp(x[lane]), 4 * unit * value[lane]);
}

TEST(Lanes, ManyAtOnceAreEachAsAlone) {
  num::Rng rng(1, "many");
  for (int i = 0; i < 2000; ++i) {
    Lanes x[5], exps[5], logs[5];
    for (Lanes& value : x) {
      for (int lane = 0; lane < lane_count; ++lane) value[lane] = 300 * rng.normal();
    }
    exp_of_each<5>(x, exps);
    log_of_each<5>(x, logs);
    for (std::size_t at = 0; at < 5; ++at) {
      const Lanes exp_alone = exp_lanes(x[at]), log_alone = log_lanes(x[at]);
      for (int lane = 0; lane < lane_count; ++lane) {
        EXPECT_EQ(exps[at][lane], exp_alone[lane]);
        EXPECT_EQ(logs[at][lane], log_alone[lane]);
      }
    }
  }
}

TEST(Lanes, TheSumIsThatOfAllLanes) { EXPECT_EQ(sum_of(Lanes{1, 2, 4, 8, 16, 32, 64, 128}), 255); }

}  // namespace sanaq::estimate
