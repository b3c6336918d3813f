// How many were never listed: from a capture table to a number with its interval, or a reason why
// there is none.
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "sanaq/base/message.h"
#include "sanaq/base/progress.h"
#include "sanaq/estimate/backtested.h"
#include "sanaq/estimate/dependent_lists.h"
#include "sanaq/estimate/leave_one_out.h"
#include "sanaq/estimate/predicted_cell.h"
#include "sanaq/estimate/total_prior.h"

namespace sanaq::estimate {

// `listed` and `not_covered`: bit i = list i. A list that did not cover the person is not a list
// without him.
struct Cell {
  std::uint32_t listed = 0;
  std::uint32_t not_covered = 0;
  std::int64_t count = 0;
};

struct CaptureTable {
  std::vector<std::string> lists;
  std::vector<Cell>
      cells;  // equal patterns summed, ordered by (not_covered, listed); none with listed == 0
  [[nodiscard]] std::int64_t observed() const;
};

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
[[nodiscard]] std::optional<Method> method_from_name(
    std::string_view name);  // auto|lcm|dga|loglinear|sparse|threshold|chao|chapman|all
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

struct Interval {
  std::string name;
  double level = 0.95, low = 0, high = 0;
};
struct Estimate {
  double median = 0, mean = 0;
  Interval interval;
};
struct Diagnostics {
  std::optional<double> rhat, ess, ess_per_second;
  int chains = 0;
  std::int64_t draws = 0;
  double seconds = 0;
};
struct ModelWeight {
  std::string model;
  double criterion = 0, weight = 0, total = 0;
};  // e.g. "AB AC D", BIC
struct Alternative {
  Method method;
  std::optional<Estimate> estimate;
  bool usable = false;
  std::vector<base::Message> reasons;
};
// One stratum's part of the total.
struct StratumAnswer {
  std::string name;
  std::int64_t observed = 0;
  std::optional<Estimate> estimate, unlisted;  // pooled in part with the other strata
  std::optional<Estimate> alone;               // from its own table only
  std::vector<base::Message> reasons;          // why its own table should not be quoted alone
  std::vector<double> draws;  // as many as of the total, and adding up to them; empty: nobody
};
// The same under another prior.
struct PriorAnswer {
  base::Message prior;
  Estimate estimate;
};
struct Summary {
  std::vector<std::string> lists;
  std::int64_t observed = 0;
  Method method = Method::automatic;
  std::vector<DependentLists> dependent_lists;  // those that were said to depend, and had a part
  // The total; none only when no finite number exists, or when nobody is on two lists.
  std::optional<Estimate> estimate;
  std::optional<Estimate> unlisted;
  std::vector<Interval> intervals;     // names "model", "back-tested"
  std::vector<base::Message> reasons;  // why a careful person may not quote it
  std::vector<base::Message> warnings;
  Diagnostics diagnostics;
  std::vector<Alternative> alternatives;
  std::vector<ModelWeight> models;               // best first
  std::vector<double> total_draws;               // sampling methods
  double chao_lower_bound = 0;                   // model-free reference; 0: nobody is on two lists
  std::optional<double> chao_with_list_effects;  // the same where lists differ: list_effect_bound.h
  std::int64_t register_count =
      0;  // sampled registers that the interval was averaged over; 0: the links were taken as known
  std::optional<double>
      link_share;  // share of the variance of log N that comes from doubt about links
  std::vector<MergedLists> merged_lists;  // automatic, four to six lists: two lists taken as one
  std::vector<ListsAdded> lists_added;    // automatic, four to six lists: from the first lists only
  std::vector<PriorAnswer> prior_answers;  // methods with draws: under other priors
  std::optional<Prediction> prediction;    // auto, lcm, loglinear, sparse: the cells expected
  std::vector<Cell> cells;                 // of the table, for the overlap
  std::vector<StratumAnswer> strata;       // estimate_strata
  std::optional<Estimate> unstratified;    // the total as it would be without strata
  double shared_doubt = 0;                 // how much strata err together: 0 apart, 1 as one
  double two_class_weight = 0;             // automatic: posterior weight of two latent classes
  std::vector<HiddenList>
      hidden_lists;  // automatic, four lists or more: the method tried on the user's own lists
  std::vector<double> model_log_weight;  // automatic: what it was averaged with, as in Options
  std::vector<LeftOutList>
      left_out_lists;  // automatic, four lists or more: the total without one list
  std::uint64_t seed = 1;
  [[nodiscard]] bool usable() const { return estimate && reasons.empty(); }
};

// Lists are settled first (settled_lists.h), so that `lists` of the answer may be fewer than those
// of the table.
[[nodiscard]] Summary estimate(const CaptureTable& table, const Options& options,
                               base::Progress& progress);

// The same. `meanwhile` is called once where there is a number, with an answer that lacks the
// latent classes beside it: they may still be running, and what is done meanwhile costs no time.
using Meanwhile = std::function<void(const Summary& so_far)>;
[[nodiscard]] Summary estimate(const CaptureTable& table, const Options& options,
                               base::Progress& progress, const Meanwhile& meanwhile);

// Persons on both lists of each pair (and perhaps on others), for the overlap table: lists x lists,
// row major, diagonal = list sizes.
[[nodiscard]] std::vector<std::int64_t> overlap(const CaptureTable& table);

}  // namespace sanaq::estimate
