#include "sanaq/estimate/backtested.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

#include "help/mse_tables.h"
#include "help/scratch.h"

namespace sanaq::estimate {
namespace {

using Counts = std::vector<std::int64_t>;

const Counts three_lists{0, 60, 50, 12, 70, 14, 11, 9};

double total(const Counts& counts, double level, const BacktestedOptions& options = {}) {
  const BacktestedPosterior posterior = backtested_posterior(counts, options);
  return static_cast<double>(posterior.observed) + posterior.unlisted_quantile(level);
}

TEST(Backtested, FortyModelsHaveOneWeightAndTheirPosteriorAddsUp) {
  EXPECT_EQ(averaged_models().size(), 40u);
  const BacktestedPosterior posterior = backtested_posterior(three_lists, {});
  EXPECT_NEAR(std::accumulate(posterior.probability.begin(), posterior.probability.end(), 0.0), 1,
              1e-12);
  EXPECT_NEAR(std::accumulate(posterior.model_weight.begin(), posterior.model_weight.end(), 0.0), 1,
              1e-12);
}

TEST(Backtested, DoesNotDependOnTheOrderOfLists) {
  Counts turned(8);  // lists 0, 1, 2 become 1, 2, 0
  for (std::size_t mask = 0; mask < 8; ++mask)
    turned[((mask << 1) & 6) | (mask >> 2)] = three_lists[mask];
  for (const double level : {0.05, 0.5, 0.95})
    EXPECT_NEAR(total(turned, level) / total(three_lists, level), 1, 0.005);
}

TEST(Backtested, GivesTheSameBytesOnAnyNumberOfThreads) {
  const BacktestedPosterior one = backtested_posterior(three_lists, {.threads = 1});
  const BacktestedPosterior two = backtested_posterior(three_lists, {.threads = 2});
  EXPECT_EQ(one.probability, two.probability);
}

TEST(Backtested, MorePersonsNarrowTheIntervalButNotToNothing) {
  Counts tenfold = three_lists;
  for (std::int64_t& count : tenfold) count *= 10;
  const double narrow = total(tenfold, 0.95) / total(tenfold, 0.05),
               wide = total(three_lists, 0.95) / total(three_lists, 0.05);
  EXPECT_LT(narrow, wide);
  EXPECT_GT(narrow, 1.1);
}

TEST(Backtested, WhereProbablyNobodyIsMissingTheLowerLimitIsTheDocumentedNumber) {
  const Counts complete{0, 0, 0, 3, 0, 2, 3, 90};
  EXPECT_EQ(total(complete, 0.05), 98);
}

TEST(Backtested, ListsThatNeverMeetGiveAFiniteButVeryWideInterval) {
  const Counts apart{0, 30, 30, 0, 30, 0, 0, 0};
  EXPECT_GT(total(apart, 0.95) / total(apart, 0.05), 8);
  EXPECT_LT(total(apart, 0.95), 100 * 90 + 160);
}

TEST(Backtested, APriorOnTheTotalPullsTowardsIt) {
  const BacktestedOptions informed{.total_prior = TotalPrior{300, 360}};
  EXPECT_LT(total(three_lists, 0.95, informed), total(three_lists, 0.95));
  EXPECT_LT(total(three_lists, 0.95, informed), 420);
}

TEST(Backtested, AFinerGridMovesTheAnswerLittle) {
  const BacktestedOptions fine{.coarse_points = 80};
  EXPECT_NEAR(total(three_lists, 0.5, fine) / total(three_lists, 0.5), 1, 0.01);
  EXPECT_NEAR(total(three_lists, 0.95, fine) / total(three_lists, 0.95), 1, 0.03);
}

// Independent lists at their expected counts: every method knows the answer.
Counts independent_lists(double persons) {
  constexpr double chances[] = {0.3, 0.25, 0.35, 0.2};
  Counts counts(16);
  for (std::size_t mask = 1; mask < 16; ++mask) {
    double expected = persons;
    for (std::size_t list = 0; list < 4; ++list)
      expected *= ((mask >> list) & 1) != 0 ? chances[list] : 1 - chances[list];
    counts[mask] = std::llround(expected);
  }
  return counts;
}

TEST(Backtested, FindsTheNumberHoweverManyTheyAre) {
  for (const double persons : {1e4, 1e5, 5e5, 1e7, 1e9}) {
    const Counts counts = independent_lists(persons);
    EXPECT_NEAR(total(counts, 0.5) / persons, 1, 0.002) << persons;
    EXPECT_LT(total(counts, tested_tail), persons) << persons;
    EXPECT_GT(total(counts, 1 - tested_tail), persons) << persons;
  }
}

// What prior and rounding add at 2,000 persons is under 1 %.
TEST(Backtested, ATableTimesAsManyPersonsGivesANumberTimesAsManyAndNarrower) {
  const Counts base = independent_lists(2000);
  const auto width = [](const Counts& counts) {
    return std::log(total(counts, 1 - tested_tail) / total(counts, tested_tail));
  };
  double last = width(base);
  for (const std::int64_t times : {10, 100, 10'000}) {
    Counts scaled = base;
    for (std::int64_t& count : scaled) count *= times;
    EXPECT_NEAR(total(scaled, 0.5) / (static_cast<double>(times) * total(base, 0.5)), 1, 0.01);
    EXPECT_LT(width(scaled), 0.6 * last);
    last = width(scaled);
  }
}

TEST(Backtested, NamesTheTailOfItsTestedLevel) {
  EXPECT_EQ(lower_tail(0.9), 0.04);
  EXPECT_NEAR(lower_tail(0.95), 0.025, 1e-12);
}

// Medians and limits by 400,000 draws of a random walk on each of the 40 models, the unlisted
// summed out, evidence by bridge sampling (docs/method/backtested.md): an independent, slow way to
// the same posterior.
TEST(Backtested, AgreesWithLongChains) {
  struct Chains {
    const char* table;
    double median, low, high, tolerance;
  };
  for (const Chains& known :
       {Chains{"korea_3", 188, 139, 387, 0.08}, Chains{"hav_taiwan_3", 848, 498, 1370, 0.05},
        Chains{"kosovo_4", 13070, 8666, 21508, 0.04}}) {
    const auto counts = help::mse_table(known.table);
    if (!counts) GTEST_SKIP() << help::skip_words;
    EXPECT_NEAR(total(*counts, 0.5) / known.median, 1, known.tolerance) << known.table;
    EXPECT_NEAR(total(*counts, 0.05) / known.low, 1, known.tolerance) << known.table;
    EXPECT_NEAR(total(*counts, 0.95) / known.high, 1, known.tolerance) << known.table;
  }
}

}  // namespace
}  // namespace sanaq::estimate
