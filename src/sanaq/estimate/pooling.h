// Partial pooling of the totals of strata, and a total that adds up draw by draw.
//
// Each stratum s has draws of N_s made on its own, under p(N_s) proportional to 1/N_s. With x_s =
// log(N_s / n_s), where n_s are the observed: x_s ~ normal(mu, tau) truncated below 0, mu flat from
// -1 to log 101, tau half-normal with scale 1. So a stratum with little information is drawn
// towards the others, and one with much keeps its own number. mu and tau are summed over a grid
// (Gelman et al. 2013, chapter 5).
//
// Strata also share their errors: if one list depends on another in one stratum, it does so in the
// next. Added up as if their errors were independent, strata would give too narrow a total. So
// within a draw the ranks of the strata are correlated (a Gaussian copula), with the smallest
// correlation of 0, 0.1, ... 1 at which log N of the total varies as much as it does without
// strata.
#pragma once
#include <cstdint>
#include <vector>

namespace sanaq::estimate {

struct StratumDraws {
  double observed = 0;
  std::vector<double> totals;  // in any order; at least 2
};

struct PooledDraws {
  std::vector<std::vector<double>> totals;      // [stratum][draw], whole numbers
  double mean_log_ratio = 0, sd_log_ratio = 0;  // posterior means of mu and tau
  double shared_doubt = 0;                      // the correlation of ranks
  [[nodiscard]] std::vector<double> sums() const;
};

// `whole_log_variance` is the variance of log N of the total without strata. Needs two strata or
// more.
[[nodiscard]] PooledDraws pool_strata(const std::vector<StratumDraws>& strata,
                                      double whole_log_variance, int draws, std::uint64_t seed,
                                      std::uint64_t index);

[[nodiscard]] double log_variance(const std::vector<double>& totals);

}  // namespace sanaq::estimate
