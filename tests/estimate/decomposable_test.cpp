#include "sanaq/estimate/decomposable.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "help/mse_tables.h"
#include "help/scratch.h"

namespace sanaq::estimate {
namespace {

using Counts = std::vector<std::int64_t>;

const Counts three_lists{0, 60, 50, 12, 70, 14, 11, 9};

double quantile(const DecomposablePosterior& posterior, double level) {
  double below = 0;
  for (std::size_t k = 0; k < posterior.unlisted.size(); ++k) {
    below += posterior.probability[k];
    if (below >= level) return static_cast<double>(posterior.observed) + posterior.unlisted[k];
  }
  return INFINITY;
}

// Independence of three lists written out by whole numbers, without margins shared or a grid: a
// slow twin.
TEST(Decomposable, IndependenceEqualsTheProductOfThreeListsWrittenOut) {
  const double n = 226, listed[3] = {60 + 12 + 14 + 9, 50 + 12 + 11 + 9, 70 + 14 + 11 + 9};
  double sum = 0, first_moment = 0;
  std::vector<double> log_mass;
  for (int unlisted = 0; unlisted < 20000; ++unlisted) {
    const double total = n + unlisted;
    double value = std::lgamma(total + 1) - std::lgamma(unlisted + 1) - std::log(total);
    for (const double count : listed) {
      value += std::lgamma(count + 0.5) + std::lgamma(total - count + 0.5) - std::lgamma(total + 1);
    }
    log_mass.push_back(value);
  }
  const double highest = *std::max_element(log_mass.begin(), log_mass.end());
  for (std::size_t k = 0; k < log_mass.size(); ++k) {
    sum += std::exp(log_mass[k] - highest);
    first_moment += static_cast<double>(k) * std::exp(log_mass[k] - highest);
  }
  const DecomposablePosterior posterior = decomposable_posterior(three_lists, {});
  for (const GraphWeight& graph : posterior.graphs) {
    if (graph.cliques.size() < 3) continue;
    EXPECT_NEAR(graph.mean_unlisted / (first_moment / sum), 1, 1e-6);
  }
}

TEST(Decomposable, LeavesTheSaturatedGraphOutUnlessAsked) {
  EXPECT_EQ(decomposable_posterior(three_lists, {}).graph_count, 7);
  EXPECT_EQ(decomposable_posterior(three_lists, {.saturated = SaturatedGraph::kept}).graph_count,
            8);
}

TEST(Decomposable, DoesNotDependOnTheOrderOfListsOrOnThreads) {
  Counts turned(8);
  for (std::size_t mask = 0; mask < 8; ++mask)
    turned[((mask << 1) & 6) | (mask >> 2)] = three_lists[mask];
  const DecomposablePosterior one = decomposable_posterior(three_lists, {.threads = 1});
  EXPECT_EQ(one.probability, decomposable_posterior(three_lists, {.threads = 2}).probability);
  EXPECT_NEAR(quantile(one, 0.5), quantile(decomposable_posterior(turned, {}), 0.5), 1);
}

TEST(Decomposable, NamesCliquesByTheListsLetters) {
  EXPECT_EQ(clique_text({0b0011, 0b0100}), "AB C");
}

// What the R package dga (its default prior, all graphs) answers: ../shared/data/mse/peers.csv.
TEST(Decomposable, AgreesWithThePackageDga) {
  struct Known {
    const char* table;
    double median, low, high;
  };
  for (const Known& known :
       {Known{"uk_5", 22990, 10387, 33508}, Known{"neworleans_5", 869, 511, 1758},
        Known{"western_us_5", 2132, 1343, 3848}}) {
    const auto counts = help::mse_table(known.table);
    if (!counts) GTEST_SKIP() << help::skip_words;
    const DecomposablePosterior posterior =
        decomposable_posterior(*counts, {.saturated = SaturatedGraph::kept});
    EXPECT_NEAR(quantile(posterior, 0.5) / known.median, 1, 0.02) << known.table;
    EXPECT_NEAR(quantile(posterior, 0.025) / known.low, 1, 0.02) << known.table;
    EXPECT_NEAR(quantile(posterior, 0.975) / known.high, 1, 0.02) << known.table;
  }
}

}  // namespace
}  // namespace sanaq::estimate
