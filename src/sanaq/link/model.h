// A learnt model, by the names of columns and lists: what is saved, handed out and used again.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "sanaq/base/message.h"

namespace sanaq::link {

struct Level {
  std::string label;
  double m = 0;
  double u = 0;
  double weight_bits = 0;
  double sharing = 0;  // of whole names: share of records with the sounds of a match's names
};
// Where the comparison `column` agrees exactly, chance agreement is u (one a level).
struct Dependence {
  std::string column;
  std::vector<double> u;
  int level = -1;  // of equality of that comparison; -1: whichever
};
// The same between two lists alone, or within one: levels of names differ with the lists' habits.
struct Between {
  std::string left, right;   // names of lists
  std::vector<double> m, u;  // one a level
};
// kind: name, date, text, code, number, category, email. The first dependence that agrees counts.
struct Comparison {
  std::string column;
  std::string kind;
  std::vector<Level> levels;
  std::vector<Dependence> depends_on{};
  std::vector<Between> between{};
};
// Groups of values of one column that mean the same on different lists: folded texts, the first of
// each group the most frequent one.
struct SameValues {
  std::string column;
  std::vector<std::vector<std::string>> groups;
};
struct BlockRule {
  std::string rule;
  std::int64_t pairs = 0;
};
struct Model {
  // Lambda: share that match of all pairs, of two lists where there are several.
  double prior_match = 0;
  double prior_within = 0;  // the same of the pairs of one list, where there are several
  std::vector<Comparison> comparisons;
  std::vector<double> differences{};  // t by number of differing fields (differences.h); or empty
  std::vector<SameValues> same_values{};  // that were compared as one
  std::vector<BlockRule> rules;
  double recall_lost = 0;  // share of matches that blocking is expected to lose
  int em_iterations = 0;
  bool converged = false;
};

// Where blocking is expected to lose more, false singles decide an estimate of the unlisted
// (docs/benchmarks/link.md, 100,000 persons), and too_much_lost says so.
inline constexpr double recall_lost_most = 0.05;
[[nodiscard]] base::Message too_much_lost(const Model& model);

}  // namespace sanaq::link
