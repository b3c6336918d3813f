#include "sanaq/estimate/pooling.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "sanaq/base/check.h"
#include "sanaq/num/chains.h"
#include "sanaq/num/logspace.h"
#include "sanaq/num/rng.h"
#include "sanaq/num/special.h"

namespace sanaq::estimate {
namespace {

using Values = std::vector<double>;

constexpr int points_a_stratum = 400;
constexpr double mu_low = -1, mu_step = 0.1;
constexpr int mu_count = 57;
constexpr std::array<double, 9> taus{0.05, 0.1, 0.2, 0.3, 0.5, 0.75, 1.1, 1.6, 2.4};
// Widths of the cells around them, so that tau has its half-normal prior.
constexpr std::array<double, 9> tau_widths{0.05, 0.075, 0.1, 0.15, 0.225, 0.3, 0.425, 0.65, 0.8};

struct GridPoint {
  double mu = 0, tau = 1, log_weight = 0;
};

// The stratum's draws as quantiles of x = log(N / n), ascending.
Values points_of(const StratumDraws& stratum) {
  Values logs;
  for (const double total : stratum.totals)
    logs.push_back(std::log(std::max(1.0, total / stratum.observed)));
  std::sort(logs.begin(), logs.end());
  const int count = std::min(points_a_stratum, static_cast<int>(logs.size()));
  Values points;
  for (int i = 0; i < count; ++i) points.push_back(num::quantile_sorted(logs, (i + 0.5) / count));
  return points;
}

double log_density(double x, const GridPoint& at) {
  const double off = (x - at.mu) / at.tau;
  return -0.5 * off * off - std::log(at.tau * num::normal_cdf(at.mu / at.tau));
}

std::vector<GridPoint> weighted_grid(const std::vector<Values>& strata) {
  std::vector<GridPoint> grid;
  for (int i = 0; i < mu_count; ++i) {
    for (std::size_t j = 0; j < taus.size(); ++j)
      grid.push_back(
          {mu_low + mu_step * i, taus[j], std::log(tau_widths[j]) - 0.5 * taus[j] * taus[j]});
  }
  for (GridPoint& at : grid) {
    const double log_norm = std::log(at.tau * num::normal_cdf(at.mu / at.tau));
    for (const Values& points : strata) {
      double sum = 0;
      for (const double x : points) {
        const double off = (x - at.mu) / at.tau;
        sum += std::exp(-0.5 * off * off);
      }
      // A stratum whose points all lie far away still says how far.
      at.log_weight += sum > 0 ? std::log(sum) - log_norm : log_density(points.front(), at);
    }
  }
  double top = -INFINITY;
  for (const GridPoint& at : grid) top = std::max(top, at.log_weight);
  for (GridPoint& at : grid) at.log_weight -= top;
  return grid;
}

// The stratum's distribution at one grid point: cumulative weights of its points.
Values cumulative_of(const Values& points, const GridPoint& at) {
  Values logs, cumulative;
  for (const double x : points) logs.push_back(log_density(x, at));
  const double all = num::log_sum_exp(logs);
  double sum = 0;
  for (const double value : logs) cumulative.push_back(sum += std::exp(value - all));
  return cumulative;
}

// Quantile `u`, between the points by straight lines through their middles.
double at_rank(const Values& points, const Values& cumulative, double u) {
  const auto found = std::lower_bound(cumulative.begin(), cumulative.end() - 1, u);
  const auto at = static_cast<std::size_t>(found - cumulative.begin());
  const double before = at == 0 ? 0 : cumulative[at - 1], width = cumulative[at] - before;
  const double share = width > 0 ? std::clamp((u - before) / width, 0.0, 1.0) - 0.5 : 0;
  const std::size_t other =
      share < 0 ? (at == 0 ? 0 : at - 1) : std::min(at + 1, points.size() - 1);
  return points[at] + std::abs(share) * (points[other] - points[at]);
}

struct Ranks {
  std::vector<std::size_t> grid;  // a draw: its grid point
  Values shared;                  // a draw
  std::vector<Values> own;        // a stratum, a draw
};

Ranks draw_ranks(const std::vector<GridPoint>& grid, std::size_t strata, int draws,
                 std::uint64_t seed, std::uint64_t index) {
  num::Rng rng(seed, "estimate.pooling", index);
  Values weights;
  for (const GridPoint& at : grid) weights.push_back(std::exp(at.log_weight));
  Ranks ranks;
  ranks.own.resize(strata);
  for (int draw = 0; draw < draws; ++draw) {
    ranks.grid.push_back(rng.categorical(weights));
    ranks.shared.push_back(rng.normal());
    for (Values& own : ranks.own) own.push_back(rng.normal());
  }
  return ranks;
}

std::vector<Values> totals_at(const std::vector<StratumDraws>& strata,
                              const std::vector<Values>& points, const std::vector<GridPoint>& grid,
                              const Ranks& ranks, double shared) {
  std::vector<Values> totals;
  const double common = std::sqrt(shared), apart = std::sqrt(1 - shared);
  for (std::size_t s = 0; s < strata.size(); ++s) {
    std::vector<Values> cumulative(grid.size());
    Values mine;
    for (std::size_t draw = 0; draw < ranks.grid.size(); ++draw) {
      const std::size_t at = ranks.grid[draw];
      if (cumulative[at].empty()) cumulative[at] = cumulative_of(points[s], grid[at]);
      const double rank = num::normal_cdf(common * ranks.shared[draw] + apart * ranks.own[s][draw]);
      mine.push_back(
          std::round(strata[s].observed * std::exp(at_rank(points[s], cumulative[at], rank))));
    }
    totals.push_back(std::move(mine));
  }
  return totals;
}

}  // namespace

std::vector<double> PooledDraws::sums() const {
  Values sums(totals.empty() ? 0 : totals[0].size(), 0.0);
  for (const Values& stratum : totals) {
    for (std::size_t draw = 0; draw < sums.size(); ++draw) sums[draw] += stratum[draw];
  }
  return sums;
}

double log_variance(const std::vector<double>& totals) {
  double mean = 0, squares = 0;
  const auto n = static_cast<double>(totals.size());
  for (const double total : totals) mean += std::log(total) / n;
  for (const double total : totals) squares += std::pow(std::log(total) - mean, 2) / n;
  return squares;
}

PooledDraws pool_strata(const std::vector<StratumDraws>& strata, double whole_log_variance,
                        int draws, std::uint64_t seed, std::uint64_t index) {
  base::check(strata.size() >= 2, "pooling is of two strata or more");
  std::vector<Values> points;
  for (const StratumDraws& stratum : strata) points.push_back(points_of(stratum));
  const std::vector<GridPoint> grid = weighted_grid(points);
  const Ranks ranks = draw_ranks(grid, strata.size(), draws, seed, index);
  PooledDraws pooled;
  for (int tenth = 0; tenth <= 10; ++tenth) {
    pooled.shared_doubt = tenth / 10.0;
    pooled.totals = totals_at(strata, points, grid, ranks, pooled.shared_doubt);
    if (log_variance(pooled.sums()) >= whole_log_variance) break;
  }
  double sum = 0;
  for (const GridPoint& at : grid) {
    const double weight = std::exp(at.log_weight);
    sum += weight;
    pooled.mean_log_ratio += weight * at.mu;
    pooled.sd_log_ratio += weight * at.tau;
  }
  pooled.mean_log_ratio /= sum;
  pooled.sd_log_ratio /= sum;
  return pooled;
}

}  // namespace sanaq::estimate
