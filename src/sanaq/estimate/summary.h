// The answer of an estimate: the number with its interval, the reasons for which it may not be
// quoted, and further answers beside it.
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

// An interval for a number of persons.
struct Interval {
  std::string name;
  double level = 0.95, low = 0, high = 0;  // level: its probability
};
// An estimated number of persons.
struct Estimate {
  double median = 0, mean = 0;
  Interval interval;
};
// How well a sampler has converged (num/chains.h), and its cost.
struct Diagnostics {
  std::optional<double> rhat, ess, ess_per_second;
  int chains = 0;
  std::int64_t draws = 0;
  double seconds = 0;
};
// One of the models that were compared, for example "AB AC D" with its BIC.
struct ModelWeight {
  std::string model;
  double criterion = 0, weight = 0, total = 0;
};
// Another method's answer.
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
  std::optional<Estimate> estimate, unlisted;  // partially pooled with the other strata
  std::optional<Estimate> alone;               // from its own table only
  std::vector<base::Message> reasons;          // why `alone` should not be quoted
  // As many draws as there are of the total, to which those of all strata add up; empty if nobody
  // is in the stratum.
  std::vector<double> draws;
};
// The total under another prior.
struct PriorAnswer {
  base::Message prior;
  Estimate estimate;
};
// What was asked, and about which table.
struct Asked {
  std::vector<std::string> lists;
  std::int64_t observed = 0;
  Method method = Method::automatic;
  std::vector<DependentLists> dependent_lists;  // those that were stated and were used
  std::vector<Cell> cells;                      // the table's, for the overlap
  std::uint64_t seed = 1;
};

// The number itself, and how sure it is.
struct Answer {
  // The total; absent only if no finite number exists, or if nobody is on two lists.
  std::optional<Estimate> estimate;
  std::optional<Estimate> unlisted;
  std::vector<Interval> intervals;  // named "model", "back-tested" or "bootstrap"
  std::vector<double> total_draws;  // only of methods that sample
  // The number of sampled registers over which the interval was averaged; 0 if the links were taken
  // as certain.
  std::int64_t register_count = 0;
  // The share of the variance of log N that comes from uncertain links.
  std::optional<double> link_share;
};

// Why a careful person would not quote the number, and what else has to be said.
struct Doubts {
  std::vector<base::Message> reasons;
  std::vector<base::Message> warnings;
  Diagnostics diagnostics;
};

// What is shown beside the number: other methods, bounds without a model, other priors.
struct Beside {
  std::vector<Alternative> alternatives;
  double chao_lower_bound = 0;  // Chao's lower bound of the total; 0 if nobody is on two lists
  std::optional<double> chao_with_list_effects;  // with lists that differ: list_effect_bound.h
  std::vector<PriorAnswer> prior_answers;        // only of methods with draws
};

// Given by the methods that average models or expect cells: auto, lcm, loglinear, sparse,
// decomposable.
struct ModelAnswers {
  std::vector<ModelWeight> models;       // best first
  std::optional<Prediction> prediction;  // the expected cells
};

// Given by the automatic method only: what it was averaged with, and how well it did on the user's
// own lists.
struct AutomaticAnswers {
  std::vector<MergedLists> merged_lists;    // with four to six lists: two lists taken as one
  std::vector<ListsAdded> lists_added;      // with four to six lists: from the first lists only
  std::vector<HiddenList> hidden_lists;     // with four or more: a list is hidden and estimated
  std::vector<LeftOutList> left_out_lists;  // with four or more: the total without one list
  std::vector<double> model_log_weight;     // as in Options
  double two_class_weight = 0;              // posterior probability of two latent classes
};

// Given by estimate_strata only.
struct StrataAnswers {
  std::vector<StratumAnswer> strata;
  std::optional<Estimate> unstratified;  // the total if there were no strata
  double shared_doubt = 0;  // how much the errors of strata go together: 0 not at all, 1 wholly
};

// Each part is filled by the code that knows it, and code that needs one part takes only that one.
// A part about which a method says nothing is left empty.
struct Summary : Asked, Answer, Doubts, Beside, ModelAnswers, AutomaticAnswers, StrataAnswers {
  // Returns true if there is a number and no reason against quoting it.
  [[nodiscard]] bool usable() const { return estimate && reasons.empty(); }
};

}  // namespace sanaq::estimate
