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

}  // namespace sanaq::estimate
