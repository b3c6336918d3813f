#include "sanaq/estimate/total_prior.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "estimate/table_of_counts.h"
#include "sanaq/estimate/estimate.h"
#include "sanaq/num/special.h"

namespace sanaq::estimate {
namespace {

TEST(TotalPrior, ASurveyHasNineTenthsOfItsWeightBetweenItsLimits) {
  const std::optional<TotalPrior> prior = TotalPrior{100, 400, false};
  double inside = 0, all = 0;
  for (int i = 0; i < 4000; ++i) {
    const double total = std::exp(0.005 * i);
    const double mass = std::exp(log_prior_ratio(prior, total));
    all += mass;
    inside += total >= 100 && total <= 400 ? mass : 0;
  }
  EXPECT_NEAR(inside / all, 0.9, 0.003);
}

TEST(TotalPrior, DrawsOutsideARangeAreGone) {
  std::vector<double> totals(1000);
  std::iota(totals.begin(), totals.end(), 1.0);
  const KeptDraws kept = draws_under_prior(totals, TotalPrior{200, 300, true}, 1);
  ASSERT_EQ(kept.kept.size(), totals.size());
  for (const std::size_t draw : kept.kept) {
    EXPECT_GE(totals[draw], 200);
    EXPECT_LE(totals[draw], 300);
  }
  EXPECT_NEAR(kept.effective, 101, 1);
}

TEST(TotalPrior, WhereNothingSuitsNoDrawIsEffective) {
  const KeptDraws kept = draws_under_prior({10, 20, 30}, TotalPrior{100, 200, true}, 1);
  EXPECT_EQ(kept.kept, (std::vector<std::size_t>{0, 1, 2}));
  EXPECT_EQ(kept.effective, 0);
}

TEST(TotalPrior, AShareOnNoListIsATotal) {
  const TotalPrior prior = prior_from_unlisted_share({0.2, 0.6, false}, 100);
  EXPECT_NEAR(prior.low, 125, 1e-9);
  EXPECT_NEAR(prior.high, 250, 1e-9);
  const TotalPrior wide = twice_as_wide(prior);
  EXPECT_NEAR(std::log(wide.high / wide.low), 2 * std::log(prior.high / prior.low), 1e-9);
}

TEST(TotalPrior, EveryMethodThatTakesItMovesTowardsIt) {
  base::Progress silent;
  const CaptureTable table = table_of_counts({0, 60, 50, 12, 70, 14, 11, 9});
  for (const Method method : {Method::automatic, Method::decomposable, Method::latent_class}) {
    Options options{.method = method, .checks_on_own_lists = false, .alternatives = false};
    const double plain = estimate(table, options, silent).estimate->median;
    options.total_prior = TotalPrior{450, 550, false};
    const Summary moved = estimate(table, options, silent);
    EXPECT_LT(std::abs(moved.estimate->median - 500), std::abs(plain - 500)) << method_name(method);
    EXPECT_NEAR(moved.estimate->median, 500, 90) << method_name(method);
    options.total_prior = TotalPrior{226, 400, true};
    EXPECT_LE(estimate(table, options, silent).estimate->interval.high, 401) << method_name(method);
  }
}

// Draws whose logarithms are normal, and a prior whose logarithm is: the closed form of Box.
TEST(TotalPrior, ItsConflictWithTheListsIsBoxsWhereBothAreNormal) {
  std::vector<double> totals;
  constexpr int draws = 20'000;
  for (int i = 0; i < draws; ++i)
    totals.push_back(std::exp(7 + 0.2 * num::normal_quantile((i + 0.5) / draws)));
  for (const double centre : {6.0, 6.6, 7.0, 7.3, 7.9}) {
    const double sd = 0.15, half = 1.6448536269514722 * sd;
    const TotalPrior prior{std::exp(centre - half), std::exp(centre + half), false};
    const double box = 2 * num::normal_cdf(-std::abs(centre - 7) / std::hypot(0.2, sd));
    EXPECT_NEAR(prior_conflict(prior, totals), box, 2e-3) << centre;
  }
}

TEST(TotalPrior, ARangeConflictsOnlyWhereItLiesBesideTheLists) {
  std::vector<double> totals(1000);
  std::iota(totals.begin(), totals.end(), 1001.0);
  EXPECT_EQ(prior_conflict({1400, 1600, true}, totals), 1);
  EXPECT_EQ(prior_conflict({100, 1e9, true}, totals), 1);  // as wide as one likes
  EXPECT_NEAR(prior_conflict({500, 1010, true}, totals), 0.02, 1e-9);
  EXPECT_NEAR(prior_conflict({1991, 5000, true}, totals), 0.02, 1e-9);
  EXPECT_EQ(prior_conflict({100, 900, true}, totals), 0);
}

TEST(TotalPrior, OneThatContradictsTheListsIsSaidAndNotQuoted) {
  base::Progress silent;
  const CaptureTable table = table_of_counts({0, 160, 150, 52, 170, 54, 51, 29});
  const auto says = [](const std::vector<base::Message>& sentences) {
    return std::any_of(sentences.begin(), sentences.end(), [](const base::Message& sentence) {
      return sentence.english().find("known beforehand and the lists are far apart") !=
             std::string::npos;
    });
  };
  for (const Method method : {Method::automatic, Method::decomposable, Method::latent_class}) {
    Options options{.method = method, .checks_on_own_lists = false, .alternatives = false};
    const Estimate plain = *estimate(table, options, silent).estimate;
    options.total_prior = TotalPrior{plain.median * 0.9, plain.median * 1.1, false};
    const Summary agrees = estimate(table, options, silent);
    EXPECT_FALSE(says(agrees.reasons) || says(agrees.warnings)) << method_name(method);
    options.total_prior = TotalPrior{plain.interval.high * 3, plain.interval.high * 4, false};
    EXPECT_TRUE(says(estimate(table, options, silent).reasons)) << method_name(method);
    options.total_prior = TotalPrior{670, 680, true};
    EXPECT_TRUE(says(estimate(table, options, silent).reasons)) << method_name(method);
  }
}

TEST(TotalPrior, ATotalBelowTheDocumentedNumberIsRefused) {
  base::Progress silent;
  const CaptureTable table = table_of_counts({0, 60, 50, 12, 70, 14, 11, 9});
  EXPECT_ANY_THROW((void)estimate(table, {.total_prior = TotalPrior{10, 200, true}}, silent));
  EXPECT_ANY_THROW((void)estimate(table, {.unlisted_prior = UnlistedShare{0.5, 1.2}}, silent));
}

}  // namespace
}  // namespace sanaq::estimate
