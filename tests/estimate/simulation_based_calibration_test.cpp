// Simulation-based calibration (Talts, Betancourt, Simpson, Vehtari, Gelman 2018, arXiv
// 1804.06788): parameters and N are drawn from a method's own prior, a table is drawn from them,
// and the rank of the true N among the method's draws must be uniform. N has its prior 1/N on a
// range, which the method is told. SANAQ_CALIBRATION sets how many tables (120 without it).
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdlib>
#include <functional>

#include "estimate/table_of_counts.h"
#include "sanaq/estimate/backtested.h"
#include "sanaq/estimate/chordal.h"
#include "sanaq/estimate/estimate.h"
#include "sanaq/num/rng.h"
#include "sanaq/num/special.h"

namespace sanaq::estimate {
namespace {

constexpr double total_low = 200, total_high = 1000;
constexpr std::size_t bins = 10;
constexpr int lists = 3;

base::Progress silent;

using DrawPerson = std::function<std::uint32_t(num::Rng&)>;  // the lists of one person
using DrawModel = std::function<DrawPerson(num::Rng&)>;      // from the method's prior

struct Calibration {
  std::array<int, bins> ranks{};
  int tables = 0, held = 0;
  [[nodiscard]] double p_value() const {
    double chi = 0;
    const double expected = static_cast<double>(tables) / bins;
    for (const int count : ranks) chi += (count - expected) * (count - expected) / expected;
    return num::chi_squared_survival(chi, bins - 1);
  }
};

int repetitions() {
  const char* set = std::getenv("SANAQ_CALIBRATION");
  return set == nullptr ? 120 : std::atoi(set);
}

Calibration calibrate(const DrawModel& draw_model, Options options) {
  options.total_prior = TotalPrior{total_low, total_high, true};
  options.checks_on_own_lists = options.alternatives = false;
  Calibration result;
  for (int table = 0; table < repetitions(); ++table) {
    num::Rng rng(11, "test.calibration", static_cast<std::uint64_t>(table));
    const auto total = std::llround(total_low * std::pow(total_high / total_low, rng.uniform()));
    const DrawPerson person = draw_model(rng);
    std::vector<std::int64_t> counts(std::size_t{1} << lists);
    for (std::int64_t at = 0; at < total; ++at) ++counts[person(rng)];
    // Too few for a total on the range; the rank is uniform whatever tables are passed over.
    if (total - counts[0] < 10) continue;
    options.seed = static_cast<std::uint64_t>(table) + 1;
    counts[0] = 0;
    const Summary found = estimate(table_of_counts(counts), options, silent);
    if (found.total_draws.empty()) continue;
    // Where the truth stands among the draws that tie with it is drawn once. A coin for each of
    // them would put it into their middle, and many tables tie: where nobody is missing, most draws
    // are the truth.
    const double place = rng.uniform();
    double below = 0;
    for (const double draw : found.total_draws) {
      below += draw < static_cast<double>(total) ? 1 : 0;
      below += draw == static_cast<double>(total) ? place : 0;
    }
    const double rank = below / static_cast<double>(found.total_draws.size());
    ++result.ranks[std::min(bins - 1, static_cast<std::size_t>(rank * bins))];
    result.held += rank > 0.05 && rank < 0.95 ? 1 : 0;
    ++result.tables;
  }
  std::printf("  %d tables, 90 %% interval holds %.1f %%, chi-squared p = %.3f, ranks",
              result.tables, 100.0 * result.held / result.tables, result.p_value());
  for (const int count : result.ranks) std::printf(" %d", count);
  std::printf("\n");
  return result;
}

void expect_uniform(const Calibration& found) {
  EXPECT_GT(found.p_value(), 0.001);
  const double held = static_cast<double>(found.held) / found.tables;
  EXPECT_NEAR(held, 0.9, 4 * std::sqrt(0.09 / found.tables));
}

TEST(SimulationBasedCalibration, LatentClasses) {
  const DrawModel from_prior = [](num::Rng& rng) -> DrawPerson {
    constexpr int classes = 4;
    const double log_alpha = rng.log_gamma_draw(0.25) - std::log(0.25);
    std::vector<double> weights;
    double left = 1;
    for (int k = 0; k < classes; ++k) {
      const double rest =
          k + 1 < classes ? std::exp(-std::exp(std::log(rng.exponential()) - log_alpha)) : 0;
      weights.push_back(left * (1 - rest));
      left *= rest;
    }
    std::vector<double> chances;
    for (int at = 0; at < classes * lists; ++at) chances.push_back(rng.uniform());
    return [weights, chances](num::Rng& draws) {
      const std::size_t k = draws.categorical(weights);
      std::uint32_t listed = 0;
      for (std::size_t list = 0; list < lists; ++list)
        listed |= draws.uniform() < chances[k * lists + list] ? 1U << list : 0;
      return listed;
    };
  };
  expect_uniform(calibrate(
      from_prior, {.method = Method::latent_class, .draws = 800, .warmup = 600, .classes_max = 4}));
}

TEST(SimulationBasedCalibration, DecomposableGraphs) {
  const DrawModel from_prior = [](num::Rng& rng) -> DrawPerson {
    std::vector<std::uint32_t> graphs = chordal_graphs(lists);
    graphs.pop_back();  // the saturated one is left out
    const PerfectOrder order = *perfect_order(graphs[rng.below(graphs.size())], lists);
    std::array<std::array<double, 8>, lists> chance{};  // by vertex and the lists before it
    for (std::size_t step = 0; step < lists; ++step) {
      const double weight = 1.0 / (2 << std::popcount(unsigned{order[step].earlier}));
      for (double& value : chance[step]) value = rng.beta(weight, weight);
    }
    return [order, chance](num::Rng& draws) {
      std::uint32_t listed = 0;
      for (std::size_t step = 0; step < lists; ++step) {
        if (draws.uniform() < chance[step][listed & order[step].earlier])
          listed |= 1U << order[step].vertex;
      }
      return listed;
    };
  };
  expect_uniform(calibrate(from_prior, {.method = Method::decomposable}));
}

// Not a sampler: Laplace's approximation of forty models. Calibrated where the approximation is
// good.
TEST(SimulationBasedCalibration, TheBackTestedAverage) {
  const DrawModel from_prior = [](num::Rng& rng) -> DrawPerson {
    const RandomInteractions model = averaged_models()[rng.below(averaged_models().size())];
    std::array<double, lists> b{}, d{};
    for (std::size_t list = 0; list < lists; ++list) {
      b[list] = -2.5 + 1.5 * rng.normal();
      d[list] = 2.5 + 2 * rng.normal();
    }
    const double w = 1 / (1 + std::exp(1.5 - 1.5 * rng.normal()));
    std::vector<double> weights(8);
    std::array<double, 8> u{};
    for (std::uint32_t t = 0; t < 8; ++t) {
      const int order = std::popcount(t);
      if (order == 2) u[t] = model.mean + model.sd * rng.normal();
      if (order == 3) u[t] = model.higher_order * model.sd * rng.normal();
    }
    for (std::uint32_t s = 0; s < 8; ++s) {
      double first = 1 - (model.classes == 2 ? w : 0), second = model.classes == 2 ? w : 0;
      for (std::size_t list = 0; list < lists; ++list) {
        const double sign = ((s >> list) & 1U) != 0 ? -1 : 1;
        first /= 1 + std::exp(sign * b[list]);
        second /= 1 + std::exp(sign * (b[list] + d[list]));
      }
      double log_weight = 0;
      for (std::uint32_t t = 0; t < 8; ++t) {
        const int missing = std::popcount(t & ~s);
        log_weight += u[t] * std::pow(0.5, std::popcount(t)) * (missing % 2 == 0 ? 1 : -1);
      }
      weights[s] = (first + second) * std::exp(log_weight);
    }
    return [weights](num::Rng& draws) {
      return static_cast<std::uint32_t>(draws.categorical(weights));
    };
  };
  expect_uniform(calibrate(from_prior, {.method = Method::automatic}));
}

}  // namespace
}  // namespace sanaq::estimate
