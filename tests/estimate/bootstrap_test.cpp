#include "sanaq/estimate/bootstrap.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "estimate/table_of_counts.h"
#include "help/mse_tables.h"
#include "help/scratch.h"
#include "sanaq/estimate/estimate.h"
#include "sanaq/estimate/loglinear.h"
#include "sanaq/estimate/sparse.h"
#include "sanaq/num/special.h"

namespace sanaq::estimate {
namespace {

base::Progress silent;

LoglinearData data_of(const std::vector<std::int64_t>& counts) {
  return loglinear_data(table_of_counts(counts));
}
const std::vector<std::int64_t> independent{0, 90, 110, 40, 70, 30, 35, 14};

double main_effects_only(const LoglinearData& data) { return fit_loglinear(data, {}).unlisted; }

TEST(Bootstrap, OfOneModelIsNearTheProfileInterval) {
  const LoglinearData data = data_of(independent);
  const LoglinearFit fit = fit_loglinear(data, {});
  const double n = data.counts.sum();
  const Interval found =
      bootstrap(data, n + fit.unlisted, 4000, main_effects_only, 1, 0, silent).interval(0.95);
  const ProfileLimits profile = profile_limits(data, {}, fit, 0.95, 1e6);
  EXPECT_NEAR((found.low - n) / profile.low, 1, 0.12);
  EXPECT_NEAR((found.high - n) / *profile.high, 1, 0.12);
}

// Where every resample lies on one side of the number, half a resample is held to lie beyond it.
TEST(Bootstrap, TheBiasIsFiniteWhereAllResamplesLieOnOneSide) {
  const LoglinearData data = data_of(independent);
  const double half = num::normal_quantile(0.5 / 200);
  EXPECT_NEAR(bootstrap(data, 1, 200, main_effects_only, 1, 1, silent).bias, half, 1e-9);
  EXPECT_NEAR(bootstrap(data, 1e9, 200, main_effects_only, 1, 1, silent).bias, -half, 1e-9);
}

TEST(Bootstrap, ThreadsChangeNoByte) {
  const LoglinearData data = data_of(independent);
  const auto one = bootstrap(data, 500, 300, main_effects_only, 1, 1, silent);
  const auto four = bootstrap(data, 500, 300, main_effects_only, 1, 4, silent);
  EXPECT_EQ(one.totals, four.totals);
  EXPECT_NE(one.totals, bootstrap(data, 500, 300, main_effects_only, 2, 1, silent).totals);
}

TEST(Bootstrap, EndsOnceItIsStopped) {
  struct Stopped : base::Progress {
    [[nodiscard]] bool stop_requested() const override { return true; }
  };
  int asked = 0;
  const auto counted = [&asked](const LoglinearData&) { return static_cast<double>(++asked); };
  EXPECT_THROW(
      static_cast<void>(bootstrap(data_of(independent), 1, 1000, counted, 1, 1, Stopped())),
      base::Error);
  EXPECT_EQ(0, asked);
}

// Without bias and acceleration a limit is a percentile.
TEST(Bootstrap, WithoutCorrectionALimitIsAPercentile) {
  Bootstrap found;
  for (int i = 0; i < 1000; ++i) found.totals.push_back(i);
  EXPECT_NEAR(found.limit(0.025), 24.5, 1);
  found.bias = -0.5;
  EXPECT_LT(found.limit(0.025), 10);
  found.totals.back() = INFINITY;
  EXPECT_TRUE(std::isfinite(found.limit(0.999)));
}

TEST(Bootstrap, TheChoiceOfAModelWidensTheInterval) {
  const auto counts = help::mse_table("kosovo_4");
  if (!counts) GTEST_SKIP() << help::skip_words;
  const Summary chosen =
      estimate(table_of_counts(*counts), {.method = Method::loglinear, .bootstrap = 500}, silent);
  const Interval profile = chosen.intervals[1];
  EXPECT_EQ(chosen.estimate->interval.name, "bootstrap");
  EXPECT_GT(std::log(chosen.estimate->interval.high / chosen.estimate->interval.low),
            1.5 * std::log(profile.high / profile.low));
}

// SparseMSE's BCa intervals from 1,000 resamples (shared peers.csv); its lower limits rest on a few
// resamples, ours too.
TEST(Bootstrap, SparseIntervalsAreThoseOfTheAuthorsPackageWithinItsNoise) {
  for (const auto& [name, low, high] :
       {std::tuple{"kosovo_4", 12408.0, 16576.0}, std::tuple{"neworleans_5", 444.0, 1589.0},
        std::tuple{"western_us_5", 1315.0, 3682.0}}) {
    const auto counts = help::mse_table(name);
    if (!counts) GTEST_SKIP() << help::skip_words;
    const Summary found =
        estimate(table_of_counts(*counts), {.method = Method::sparse, .bootstrap = 1000}, silent);
    EXPECT_NEAR(std::log(found.estimate->interval.low / low), 0, 0.25) << name;
    EXPECT_NEAR(std::log(found.estimate->interval.high / high), 0, 0.15) << name;
  }
}

TEST(Bootstrap, EndlessResamplesAreSaid) {
  // Nobody on A and C together in most resamples.
  const Summary found = estimate(table_of_counts({0, 30, 25, 6, 20, 1, 5, 0}),
                                 {.method = Method::loglinear, .bootstrap = 300}, silent);
  bool said = false;
  for (const auto* sentences : {&found.reasons, &found.warnings}) {
    for (const base::Message& sentence : *sentences)
      said = said || sentence.id.find("resamples") != std::string::npos;
  }
  EXPECT_TRUE(said || !found.estimate);
}

}  // namespace
}  // namespace sanaq::estimate
