#include "sanaq/estimate/largest_counts.h"

#include <gtest/gtest.h>

#include <cmath>

#include "sanaq/estimate/estimate.h"

namespace sanaq::estimate {
namespace {

base::Progress silent;

// Four independent lists (two for Chapman's method) of a known number, at their expected counts.
CaptureTable independent_lists(Method method, double persons) {
  const std::vector<double> chances = method == Method::chapman
                                          ? std::vector<double>{0.3, 0.25}
                                          : std::vector<double>{0.3, 0.25, 0.35, 0.2};
  CaptureTable table;
  for (std::size_t list = 0; list < chances.size(); ++list)
    table.lists.push_back(std::string(1, static_cast<char>('A' + list)));
  for (std::uint32_t mask = 1; mask < 1U << chances.size(); ++mask) {
    double expected = persons;
    for (std::size_t list = 0; list < chances.size(); ++list)
      expected *= ((mask >> list) & 1U) != 0 ? chances[list] : 1 - chances[list];
    table.cells.push_back({.listed = mask, .count = std::llround(expected)});
  }
  return table;
}

Options quick(Method method) {
  return {.method = method,
          .draws = 400,
          .warmup = 300,
          .checks_on_own_lists = false,
          .alternatives = false};
}

constexpr Method methods[] = {Method::automatic, Method::latent_class, Method::decomposable,
                              Method::loglinear, Method::sparse,       Method::thresholded,
                              Method::chao,      Method::chapman};

TEST(LargestCounts, EveryMethodIsRightUpToWhatItTakes) {
  for (const Method method : methods) {
    const double persons = static_cast<double>(persons_max_of(method));
    const Summary summary = estimate(independent_lists(method, persons), quick(method), silent);
    ASSERT_TRUE(summary.estimate) << method_name(method);
    // Chao's is a bound: a little lower or higher where lists differ in size.
    EXPECT_NEAR(summary.estimate->median / persons, 1, method == Method::chao ? 0.02 : 0.005)
        << method_name(method);
  }
}

TEST(LargestCounts, EveryMethodRefusesBeyondAndSaysHowManyItTakes) {
  for (const Method method : methods) {
    const double persons = 3 * static_cast<double>(persons_max_of(method));
    const Summary summary = estimate(independent_lists(method, persons), quick(method), silent);
    EXPECT_FALSE(summary.estimate) << method_name(method);
    EXPECT_FALSE(summary.usable());
    ASSERT_EQ(summary.reasons.size(), 1u);
    EXPECT_NE(summary.reasons[0].english().find(std::to_string(persons_max_of(method))),
              std::string::npos)
        << summary.reasons[0].english();
  }
}

}  // namespace
}  // namespace sanaq::estimate
