// What a user may choose of an estimate: the method, its parameters, and what was known beforehand.
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
// Auto|lcm|dga|loglinear|sparse|threshold|chao|chapman|all.
[[nodiscard]] std::optional<Method> method_from_name(std::string_view name);
[[nodiscard]] std::string_view method_name(Method method);

// How log-linear models are chosen. BIC: Schwarz 1978, with the observed persons as n. AIC: Akaike
// 1973. AICc: Hurvich and Tsai 1989.
enum class Criterion { bic, aic, aicc };
[[nodiscard]] std::optional<Criterion> criterion_from_name(std::string_view name);  // bic|aic|aicc
[[nodiscard]] std::string_view criterion_name(Criterion criterion);

struct Options {
  Method method = Method::automatic;  // three lists or more: the back-tested average; two: Chapman
  std::uint64_t seed = 1;
  int chains = 8;     // rounded up to a multiple of eight
  int draws = 4000;   // kept, over all chains
  int warmup = 2000;  // a chain
  int classes_max = 10;
  bool checks_on_own_lists = true;  // automatic: hide each list and leave each out, too
  // What was known beforehand, of the total or of the share that is on no list (not of both). auto,
  // lcm, dga.
  std::optional<TotalPrior> total_prior = std::nullopt;
  std::optional<UnlistedShare> unlisted_prior = std::nullopt;
  // Pairs of lists that are known to depend on each other. auto, dga, loglinear, sparse, threshold;
  // pairs whose lists a table does not have are passed over (a stratum that one did not cover).
  std::vector<DependentLists> dependent_lists = {};
  Criterion criterion = Criterion::bic;  // loglinear
  bool average_models = false;           // loglinear: the average instead of the best
  int bootstrap = 0;  // loglinear, sparse: resamples for an interval that contains the choice
  // automatic: what hidden lists say of the averaged models (own_lists.h), where it is known from
  // another table of the same lists. Empty: found out from this table.
  std::vector<double> model_log_weight = {};
  int threads = 0;
  bool alternatives = true;  // automatic and all: the other methods' answers beside it
  // The table is a stratum or a sampled register of a whole in which the lists were settled
  // (settled_lists.h) and the prior was held against them: it is estimated as it is.
  bool is_part = false;
};
void check_options(const Options& options);  // Error{usage}
// Throws Error{bad_input} where a list that is said to depend on another is not among `lists`.
void check_dependent_lists(const Options& options, const std::vector<std::string>& lists);
// The share on no list becomes a prior on the total of a table with so many persons. Throws
// Error{bad_input} where no total can meet what was known beforehand.
[[nodiscard]] Options with_total_prior(Options options, double observed);

}  // namespace sanaq::estimate
