#include "sanaq/estimate/dependent_lists.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "sanaq/base/error.h"
#include "sanaq/estimate/covered_average.h"
#include "sanaq/estimate/decomposable.h"
#include "sanaq/estimate/estimate.h"
#include "sanaq/estimate/leave_one_out.h"
#include "sanaq/estimate/loglinear.h"
#include "sanaq/estimate/registers.h"
#include "sanaq/estimate/sparse.h"
#include "sanaq/estimate/thresholded.h"
#include "sanaq/num/rng.h"
#include "table_of_counts.h"

namespace sanaq::estimate {
namespace {

using Counts = std::vector<std::int64_t>;
using Masks = std::vector<std::uint32_t>;

base::Progress silent;
const Counts four{0, 70, 60, 39, 50, 8, 7, 13, 80, 12, 9, 14, 10, 3, 4, 5};
constexpr int persons = 1000, tables = 30;

// Four lists, independent but that a quarter of the people is known to one source, from which both
// A and B take seven in ten.
Counts with_common_source(std::uint64_t number) {
  num::Rng rng(5, "test.dependent", number);
  Counts counts(16);
  for (int person = 0; person < persons; ++person) {
    std::uint32_t listed = 0;
    for (const auto& [list, chance] : {std::pair{0, 0.25}, {1, 0.2}, {2, 0.2}, {3, 0.15}})
      listed |= rng.uniform() < chance ? 1U << list : 0;
    if (rng.uniform() < 0.25) {
      for (const std::uint32_t list : {1U, 2U}) listed |= rng.uniform() < 0.7 ? list : 0;
    }
    ++counts[listed];
  }
  counts[0] = 0;
  return counts;
}

struct Recovery {
  int held = 0;
  double error = 0, ratio = 0;  // medians: absolute log error, upper over lower limit
};

Recovery recover(const Options& options) {
  Recovery result;
  std::vector<double> errors, ratios;
  for (std::uint64_t number = 0; number < tables; ++number) {
    const Summary found = estimate(table_of_counts(with_common_source(number)), options, silent);
    const Interval& limits = found.estimate->interval;
    result.held += limits.low <= persons && persons <= limits.high ? 1 : 0;
    errors.push_back(std::abs(std::log(found.estimate->median / persons)));
    ratios.push_back(limits.high / limits.low);
  }
  for (auto* values : {&errors, &ratios}) std::sort(values->begin(), values->end());
  result.error = errors[tables / 2];
  result.ratio = ratios[tables / 2];
  return result;
}

Options quick(Method method, std::vector<DependentLists> pairs) {
  return {.method = method,
          .checks_on_own_lists = false,
          .dependent_lists = std::move(pairs),
          .alternatives = false};
}

}  // namespace

TEST(DependentLists, MasksFollowTheListsOfTheTable) {
  const std::vector<DependentLists> pairs{{"D", "A"}, {"B", "C"}, {"A", "D"}, {"A", "gone"}};
  EXPECT_EQ(dependent_masks(pairs, {"A", "B", "C", "D"}), (Masks{6, 9}));
  EXPECT_EQ(dependent_masks(pairs, {"B", "C", "D"}), (Masks{3}));
  EXPECT_EQ(masks_without({6, 9}, 1), (Masks{5}));
  EXPECT_EQ(masks_without({6, 9}, 0), (Masks{3}));
  EXPECT_EQ(masks_merged({6, 9}, 1, 2), (Masks{5}));
  EXPECT_EQ(masks_merged({6, 9}, 0, 1), (Masks{3, 5}));
  EXPECT_EQ(pairs_text({{"a", "b"}, {"c", "d"}}), "a + b, c + d");
}

// The truth is known: with the pair named `auto` errs less and says so with a narrower interval
// that still holds it.
TEST(DependentLists, TheAverageRecoversTheTruthBetterWhenThePairIsNamed) {
  const Recovery without = recover(quick(Method::automatic, {})),
                 with = recover(quick(Method::automatic, {{"A", "B"}}));
  EXPECT_LT(with.error, 0.8 * without.error);
  EXPECT_LT(with.ratio, 0.9 * without.ratio);
  EXPECT_GE(with.held, tables * 85 / 100);
}

// The best BIC often finds the dependence by itself; dga's graphs likewise. Named, they do not err
// more.
TEST(DependentLists, GraphsAndModelsDoNotErrMoreWhenThePairIsNamed) {
  for (const Method method : {Method::decomposable, Method::loglinear, Method::sparse}) {
    const Recovery without = recover(quick(method, {})),
                   with = recover(quick(method, {{"A", "B"}}));
    EXPECT_LE(with.error, 1.02 * without.error) << method_name(method);
    EXPECT_GE(with.held, without.held) << method_name(method);
  }
}

TEST(DependentLists, EveryModelHasTheirInteraction) {
  const LoglinearData data = loglinear_data(table_of_counts(four));
  const Hierarchy pair{9};
  const auto all = rank_models(data, Criterion::bic, 384, 0),
             ranked = rank_models(data, Criterion::bic, 384, 0, pair);
  EXPECT_LT(ranked.size(), all.size());
  double weight = 0;
  for (const RankedModel& model : ranked) {
    EXPECT_NE(std::find(model.model.begin(), model.model.end(), 9U), model.model.end());
    weight += model.weight;
  }
  EXPECT_NEAR(weight, 1, 1e-12);
  const auto chosen = choose_pairs(data, pair).model;
  EXPECT_NE(std::find(chosen.begin(), chosen.end(), 9U), chosen.end());
  const auto kept = thresholded_posterior(data, 2000, 1, pair).model;
  EXPECT_NE(std::find(kept.begin(), kept.end(), 9U), kept.end());
}

TEST(DependentLists, EveryGraphJoinsThem) {
  const auto some = decomposable_posterior(four, {.dependent = {9}});
  EXPECT_LT(some.graph_count, decomposable_posterior(four, {}).graph_count);
  for (const GraphWeight& graph : some.graphs) {
    EXPECT_TRUE(std::any_of(graph.cliques.begin(), graph.cliques.end(),
                            [](std::uint32_t clique) { return (clique & 9U) == 9U; }));
  }
}

// The fit for lists that did not cover everybody is another one: with one group it is the same.
TEST(DependentLists, TheAverageWithCoverageGroupsIsTheSameWithOneGroup) {
  const auto exact = backtested_posterior(four, {.dependent = {3}});
  const auto drawn =
      covered_posterior(table_of_counts(four), std::nullopt, 20000, 1, 0, {{"A", "B"}});
  ASSERT_TRUE(drawn);
  std::vector<double> unlisted = drawn->unlisted;
  std::sort(unlisted.begin(), unlisted.end());
  EXPECT_NEAR(unlisted[unlisted.size() / 2] / exact.unlisted_quantile(0.5), 1, 0.05);
  EXPECT_GT(
      std::abs(
          exact.unlisted_quantile(0.5) / backtested_posterior(four, {}).unlisted_quantile(0.5) - 1),
      0.05);
}

// Naming lists is not a matter of their order.
TEST(DependentLists, TheOrderOfListsDoesNotMatter) {
  Counts turned(16);
  for (std::size_t mask = 0; mask < 16; ++mask)
    turned[((mask << 1) & 14) | (mask >> 3)] = four[mask];
  const auto one = backtested_posterior(four, {.dependent = {9}}),
             two = backtested_posterior(turned, {.dependent = {3}});
  EXPECT_NEAR(one.unlisted_quantile(0.5) / two.unlisted_quantile(0.5), 1, 0.01);
}

TEST(DependentLists, PairsGoWithTheListsThatAreHidden) {
  const BacktestedOptions named{.dependent = {9}};
  const auto hidden = hide_each(four, named), plain = hide_each(four, {});
  EXPECT_EQ(hidden[0].posterior.probability,
            plain[0].posterior.probability);  // A hidden: its pair is gone
  EXPECT_NE(hidden[1].posterior.probability, plain[1].posterior.probability);
}

TEST(DependentLists, TheAnswerSaysWhatWasDoneWithThem) {
  const CaptureTable table = table_of_counts(four);
  Options options{.dependent_lists = {{"A", "B"}}};
  const Summary named = estimate(table, options, silent);
  EXPECT_EQ(named.dependent_lists, options.dependent_lists);
  EXPECT_EQ(named.prior_answers.back().prior,
            base::message("had nothing been said of {}", "A + B"));
  EXPECT_NE(named.prior_answers.back().estimate.median, named.estimate->median);
  const Summary classes = estimate(table, quick(Method::latent_class, {{"A", "B"}}), silent);
  EXPECT_TRUE(classes.dependent_lists.empty());
  EXPECT_FALSE(classes.warnings.empty());
}

TEST(DependentLists, WhatCannotBeIsRefused) {
  const CaptureTable table = table_of_counts(four);
  const auto over = [&](std::vector<DependentLists> pairs) {
    return estimate_over_registers(table, {}, quick(Method::decomposable, std::move(pairs)),
                                   silent);
  };
  EXPECT_THROW((void)over({{"A", "X"}}), base::Error);
  EXPECT_THROW((void)over({{"A", "A"}}), base::Error);
  EXPECT_TRUE(over({{"A", "B"}}).estimate);
  EXPECT_FALSE(
      over({{"A", "B"}, {"A", "C"}, {"A", "D"}, {"B", "C"}, {"B", "D"}, {"C", "D"}}).estimate);
  const Summary two =
      estimate(table_of_counts({0, 50, 60, 30}), quick(Method::automatic, {{"A", "B"}}), silent);
  EXPECT_TRUE(std::any_of(two.reasons.begin(), two.reasons.end(), [](const auto& reason) {
    return reason == base::message(
                         "{} were said to depend on each other, and two lists give a "
                         "number only if they do not",
                         "A + B");
  }));
}

}  // namespace sanaq::estimate
