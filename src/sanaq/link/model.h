// A learnt model, whose columns and lists are known by their names: it can be saved, handed out
// and used again.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "sanaq/base/message.h"

namespace sanaq::link {

// One level of agreement of a comparison.
struct Level {
  std::string label;
  double m = 0;            // probability of the level among matches
  double u = 0;            // probability of the level among pairs that are no match
  double weight_bits = 0;  // log2(m/u)
  // For whole names: the share of records with the sounds that the two names of a match share.
  double sharing = 0;
};
// If the comparison of `column` agrees exactly, this u is used instead of that of the levels. It
// has one entry for each level.
struct Dependence {
  std::string column;
  std::vector<double> u;
  int level = -1;  // the level of equality at which this holds; -1 means any of them
};
// m and u between two lists, or within one, since the levels of names depend on the habits of the
// lists.
struct Between {
  std::string left, right;   // names of lists
  std::vector<double> m, u;  // each has one entry for each level
};
// One compared column. `kind` is "name", "date", "text", "code", "number", "category" or "email".
// Of `depends_on`, the first whose column agrees counts.
struct Comparison {
  std::string column;
  std::string kind;
  std::vector<Level> levels;
  std::vector<Dependence> depends_on{};
  std::vector<Between> between{};
};
// Groups of values of one column that mean the same on different lists. The values are folded
// texts; the first of each group is the most frequent one.
struct SameValues {
  std::string column;
  std::vector<std::vector<std::string>> groups;
};
struct BlockRule {
  std::string rule;
  std::int64_t pairs = 0;
};
// The shares of pairs that match as a round of learning left them (Model::prior_match and
// prior_within).
struct LearningRound {
  double prior_match = 0, prior_within = 0;
  bool is_by_persons = false;  // learnt from the persons that were found, not from pairs (EM)
  bool operator==(const LearningRound&) const = default;
};
struct Model {
  // The share of all pairs that match (lambda). If there are several lists, this is for pairs of
  // two lists, and prior_within for pairs of one list.
  double prior_match = 0;
  double prior_within = 0;
  std::vector<Comparison> comparisons;
  std::vector<double> differences{};  // t by number of differing fields (differences.h); or empty
  std::vector<SameValues> same_values{};  // values that were compared as one
  std::vector<BlockRule> rules;
  double recall_lost = 0;  // share of matches that blocking is expected to lose
  int em_iterations = 0;
  bool converged = false;
};

// If blocking is expected to lose a larger share of matches than this, records that were wrongly
// left alone decide an estimate of the unlisted (docs/benchmarks/link.md, 100,000 persons), and
// too_much_lost says so.
inline constexpr double recall_lost_most = 0.05;
[[nodiscard]] base::Message too_much_lost(const Model& model);

}  // namespace sanaq::link
