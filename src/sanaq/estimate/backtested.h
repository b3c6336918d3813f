// The back-tested interval: the posterior of the unlisted, averaged over 40 small models, with
// nothing fitted to any table.
//
// Model (docs/method/backtested.md). A cell s of {0,1}^L has count y_s ~ Poisson(mu_s),
//   log mu_s = a + C_s + sum over subsets t of two lists or more of u_t prod_{i in t} (s_i - 1/2),
// with C_s one latent class (sum_i b_i (s_i - 1/2)) or two. Interactions of every order are random,
// of order 2 with standard deviation t and mean m, of order 3 and above with r t and mean 0. The
// highest one, which data never show, gets a prior instead of being set to zero. The posterior of
// y_0 is found without sampling: Laplace's evidence on a grid of y_0. Deterministic; the same bytes
// on any number of threads.
#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "sanaq/estimate/random_interactions.h"
#include "sanaq/estimate/total_prior.h"

namespace sanaq::estimate {

struct BacktestedOptions {
  std::optional<TotalPrior> total_prior = std::nullopt;  // none: p(N) proportional to 1/N
  std::vector<std::uint32_t> dependent = {};  // masks of pairs of lists that are said to depend
  // Of averaged_models(), beside their equal prior weight: what hidden lists say (own_lists.h).
  // Empty: nothing.
  std::vector<double> model_log_weight = {};
  // Where a list was hidden: its persons on no other list.
  std::optional<double> known_unlisted = std::nullopt;
  int coarse_points = 16;  // of the first grid of y_0; it is refined where a posterior is narrow
  int threads = 0;         // 0: all processors
};

// The lower limit of the 90 % interval is the quantile .04, the upper .96: at .05 and .95 lists of
// known size were held less often than nine times in ten (docs/method/backtested.md). Other levels
// are plain quantiles.
inline constexpr double tested_level = 0.9, tested_tail = 0.04;
[[nodiscard]] double lower_tail(double level);

struct BacktestedPosterior {
  std::int64_t observed = 0;
  std::vector<double> unlisted;      // grid of y_0, whole numbers, ascending
  std::vector<double> probability;   // of each grid cell; sums to 1
  std::vector<double> model_weight;  // posterior weight of each of averaged_models(); sums to 1
  // Of each model and grid cell; the sum of a model's is its weight.
  std::vector<std::vector<double>> by_model;
  double two_class_weight = 0;  // posterior weight of the models with two classes
  // Probability above half of the grid's end: if not small, the prior sets the upper limit.
  double end_mass = 0;
  // Of each model and grid cell, with the prior of N but without the model's weight; up to one
  // constant for all.
  std::vector<std::vector<double>> log_mass;
  // Log probability that each model gives to known_unlisted; empty where there is none.
  std::vector<double> log_known;

  // Gives the models other weights than equal ones (logarithms, up to a constant; empty: equal).
  void weigh_models(std::span<const double> model_log_weight);
  // The discrete quantile of the unlisted: a whole number. 0 < level < 1.
  [[nodiscard]] double unlisted_quantile(double level) const;
  [[nodiscard]] double mean_unlisted() const;
};

// The 40 models, all with the same prior weight; with what is said of pairs of lists in each.
[[nodiscard]] const std::vector<RandomInteractions>& averaged_models();
[[nodiscard]] std::vector<RandomInteractions> averaged_models_with(
    const std::vector<std::uint32_t>& dependent);
// Calls `work` once for the index of each of them, on up to `threads` threads (0: all), the longest
// first. What it leaves is to be placed by index, so that threads change nothing.
void over_averaged_models(int threads, const std::function<void(std::size_t)>& work);

// `counts`: 2^L values by mask, bit i = list i; counts[0] is not looked at. 3 <= L <= 8, at least
// one person.
[[nodiscard]] BacktestedPosterior backtested_posterior(std::span<const std::int64_t> counts,
                                                       const BacktestedOptions& options);

}  // namespace sanaq::estimate
