// What a user may choose about an estimate: the method, its parameters, and prior knowledge.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/estimate/dependent_lists.h"
#include "sanaq/estimate/total_prior.h"

namespace sanaq::estimate {

enum class Method {
  automatic,
  latent_class,
  decomposable,
  loglinear,
  sparse,
  thresholded,
  chao,
  chapman,
  all
};
// The names are auto, lcm, dga, loglinear, sparse, threshold, chao, chapman and all. Returns
// nullopt for any other.
[[nodiscard]] std::optional<Method> method_from_name(std::string_view name);
[[nodiscard]] std::string_view method_name(Method method);

// The criterion by which log-linear models are chosen: BIC (Schwarz 1978, with the number of
// observed persons as n), AIC (Akaike 1973) or AICc (Hurvich and Tsai 1989).
enum class Criterion { bic, aic, aicc };
[[nodiscard]] std::optional<Criterion> criterion_from_name(std::string_view name);  // bic|aic|aicc
[[nodiscard]] std::string_view criterion_name(Criterion criterion);

struct Options {
  // Automatic is the back-tested average for three lists or more, and Chapman for two.
  Method method = Method::automatic;
  std::uint64_t seed = 1;
  int chains = 8;        // rounded up to a multiple of eight
  int draws = 4000;      // number of draws kept, over all chains
  int warmup = 2000;     // number of sweeps of each chain that are thrown away first
  int classes_max = 10;  // largest number of latent classes
  // For auto: whether each list is also hidden, and left out, as a check.
  bool checks_on_own_lists = true;
  // What was known beforehand about the total, or about the share that is on no list (not about
  // both). For auto, lcm and dga.
  std::optional<TotalPrior> total_prior = std::nullopt;
  std::optional<UnlistedShare> unlisted_prior = std::nullopt;
  // Pairs of lists that are known to depend on each other. For auto, dga, loglinear, sparse and
  // threshold. A pair with a list that the table does not have has no effect, since a list may not
  // cover a stratum.
  std::vector<DependentLists> dependent_lists = {};
  Criterion criterion = Criterion::bic;  // loglinear
  bool average_models = false;           // loglinear: the average instead of the best
  // For loglinear and sparse: the number of resamples for an interval that includes the choice of
  // the model; 0 means none.
  int bootstrap = 0;
  // For auto: what hidden lists say about the averaged models (own_lists.h), if it is known from
  // another table of the same lists. If it is empty, it is found out from this table.
  std::vector<double> model_log_weight = {};
  int threads = 0;           // 0 means all processors
  bool alternatives = true;  // for auto and all: whether other methods' answers are given as well
  // Whether the table is a stratum or a sampled register of a whole whose lists were already
  // settled (settled_lists.h) and compared with the prior; it is then estimated as it is.
  bool is_part = false;
};
// Throws Error{usage} if an option is out of bounds.
void check_options(const Options& options);
// Throws Error{bad_input} if a list that is said to depend on another is not among `lists`.
void check_dependent_lists(const Options& options, const std::vector<std::string>& lists);
// Returns the options with the share on no list turned into a prior on the total, for a table with
// `observed` persons. Throws Error{bad_input} if no total agrees with what was known beforehand.
[[nodiscard]] Options with_total_prior(Options options, double observed);

}  // namespace sanaq::estimate
