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

#include "sanaq/base/progress.h"
#include "sanaq/estimate/random_interactions.h"
#include "sanaq/estimate/total_prior.h"

namespace sanaq::estimate {

struct BacktestedOptions {
  std::optional<TotalPrior> total_prior = std::nullopt;  // absent: p(N) is proportional to 1/N
  std::vector<std::uint32_t> dependent = {};  // masks of pairs of lists that are said to depend
  // One entry for each of averaged_models(): what hidden lists add to their equal prior weights
  // (own_lists.h). Empty if they add nothing.
  std::vector<double> model_log_weight = {};
  // If a list was hidden: the number of its persons on no other list.
  std::optional<double> known_unlisted = std::nullopt;
  int coarse_points = 16;  // of the first grid of y_0, which is refined if a posterior is narrow
  int threads = 0;         // 0 means all processors
  const base::Progress* progress = nullptr;  // if there is one, it is asked whether to stop
};

// Returns the quantile that is the lower limit of an interval. For the 90 % interval it is .04, and
// the upper limit is .96: with .05 and .95 the intervals of lists of known size contained the truth
// less often than nine times in ten (docs/method/backtested.md). Other levels have plain quantiles.
inline constexpr double tested_level = 0.9, tested_tail = 0.04;
[[nodiscard]] double lower_tail(double level);

struct BacktestedPosterior {
  std::int64_t observed = 0;
  std::vector<double> unlisted;      // the grid of y_0: whole numbers, ascending
  std::vector<double> probability;   // of each point of the grid; they sum to 1
  std::vector<double> model_weight;  // posterior weight of each of averaged_models(); they sum to 1
  // [model][point]: the posterior probability of both; each model's sum to its weight.
  std::vector<std::vector<double>> by_model;
  double two_class_weight = 0;  // posterior weight of the models with two classes
  // The probability above half of the grid's end; unless it is small, the prior decides the upper
  // limit.
  double end_mass = 0;
  // [model][point]: the log of the evidence times the prior of N, without the model's weight, up to
  // one constant for all.
  std::vector<std::vector<double>> log_mass;
  // The log of the probability that each model gives to known_unlisted; empty if that is absent.
  std::vector<double> log_known;

  // Gives the models prior weights (as logarithms, up to a constant); empty means equal ones.
  void weigh_models(std::span<const double> model_log_weight);
  // Returns the discrete quantile of the unlisted, a whole number. 0 < level < 1.
  [[nodiscard]] double unlisted_quantile(double level) const;
  [[nodiscard]] double mean_unlisted() const;
};

// Return the 40 models, which have equal prior weights; the second adds the pairs of lists that are
// said to depend.
[[nodiscard]] const std::vector<RandomInteractions>& averaged_models();
[[nodiscard]] std::vector<RandomInteractions> averaged_models_with(
    const std::vector<std::uint32_t>& dependent);
// Calls `work` once for the index of each model, on up to `threads` threads (0 means all), the
// slowest first. Results must be stored by index, so that they do not depend on threads. Throws
// Error{stopped} if `progress` says so before the last.
void over_averaged_models(int threads, const base::Progress& progress,
                          const std::function<void(std::size_t)>& work);

// `counts` has 2^L values by mask, where bit i is list i; counts[0] is ignored. 3 <= L <= 8, and at
// least one person.
[[nodiscard]] BacktestedPosterior backtested_posterior(std::span<const std::int64_t> counts,
                                                       const BacktestedOptions& options);

}  // namespace sanaq::estimate
