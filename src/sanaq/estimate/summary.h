// The answer of an estimate: the number with its interval, why it may not be quoted, and what
// stands beside it.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sanaq/base/message.h"
#include "sanaq/estimate/capture_table.h"
#include "sanaq/estimate/dependent_lists.h"
#include "sanaq/estimate/list_checks.h"
#include "sanaq/estimate/options.h"
#include "sanaq/estimate/predicted_cell.h"

namespace sanaq::estimate {

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
// What was asked, and of which table.
struct Asked {
  std::vector<std::string> lists;
  std::int64_t observed = 0;
  Method method = Method::automatic;
  std::vector<DependentLists> dependent_lists;  // those that were said to depend, and had a part
  std::vector<Cell> cells;                      // of the table, for the overlap
  std::uint64_t seed = 1;
};

// The number itself, and how sure it is.
struct Answer {
  // The total; none only when no finite number exists, or when nobody is on two lists.
  std::optional<Estimate> estimate;
  std::optional<Estimate> unlisted;
  std::vector<Interval> intervals;  // names "model", "back-tested"
  std::vector<double> total_draws;  // sampling methods
  // Sampled registers that the interval was averaged over; 0: the links were taken as known.
  std::int64_t register_count = 0;
  // The share of the variance of log N that comes from doubt about links.
  std::optional<double> link_share;
};

// Why a careful person may not quote the number, and what else has to be said.
struct Doubts {
  std::vector<base::Message> reasons;
  std::vector<base::Message> warnings;
  Diagnostics diagnostics;
};

// What stands beside the number: other methods, bounds without a model, other priors.
struct Beside {
  std::vector<Alternative> alternatives;
  double chao_lower_bound = 0;                   // 0: nobody is on two lists
  std::optional<double> chao_with_list_effects;  // the same where lists differ: list_effect_bound.h
  std::vector<PriorAnswer> prior_answers;        // methods with draws
};

// Of methods that average models or expect cells: auto, lcm, loglinear, sparse, decomposable.
struct ModelAnswers {
  std::vector<ModelWeight> models;       // best first
  std::optional<Prediction> prediction;  // the cells expected
};

// Of the automatic method alone: what it was averaged with, and how it did on the user's own lists.
struct AutomaticAnswers {
  std::vector<MergedLists> merged_lists;    // four to six lists: two lists taken as one
  std::vector<ListsAdded> lists_added;      // four to six lists: from the first lists only
  std::vector<HiddenList> hidden_lists;     // four lists or more: a list hidden, and estimated
  std::vector<LeftOutList> left_out_lists;  // four lists or more: the total without one list
  std::vector<double> model_log_weight;     // as in Options
  double two_class_weight = 0;              // posterior weight of two latent classes
};

// Of estimate_strata.
struct StrataAnswers {
  std::vector<StratumAnswer> strata;
  std::optional<Estimate> unstratified;  // the total as it would be without strata
  double shared_doubt = 0;               // how much strata err together: 0 apart, 1 as one
};

// Each part is filled by whoever knows it, and whatever needs one part asks for that alone. A
// method that has nothing to say of a part leaves it empty.
struct Summary : Asked, Answer, Doubts, Beside, ModelAnswers, AutomaticAnswers, StrataAnswers {
  [[nodiscard]] bool usable() const { return estimate && reasons.empty(); }
};

}  // namespace sanaq::estimate
