// The rules by which pairs are found: the user's, a known model's, all pairs of few records, or
// those that the program chooses by what it learns from samples of pairs.
#pragma once
#include <optional>
#include <vector>

#include "sanaq/base/message.h"
#include "sanaq/link/block_rules.h"
#include "sanaq/link/crew.h"
#include "sanaq/link/drawn_matches.h"
#include "sanaq/link/estimate_chance.h"
#include "sanaq/link/learning_pairs.h"
#include "sanaq/link/pair_model.h"
#include "sanaq/link/prepared_records.h"
#include "sanaq/link/seen_matches.h"

namespace sanaq::link {

// What matches look like to rules.
struct BlockedMatches {
  SeenMatches seen;
  DrawnMatches drawn;
  std::vector<double> expected;  // matches of each two lists
};

struct Blocking {
  std::vector<Key> keys;
  std::vector<Rule> rules;
  double recall = 1;     // share of matches that the rules find
  PairModel model = {};  // taught by the learning pairs, or as it was given
  // Where the program chose the rules:
  std::optional<BlockedMatches> matches = {};
  LearningPairs learning = {};
  double learning_seconds = 0;  // of choosing
  std::vector<base::Message> warnings = {};
};

// `model`: before any pair was seen, or known. Where the program chooses rules and the model is not
// known, the pairs of the learning rules teach it first. Throws Error{usage} for a rule of the
// user's that cannot be read.
[[nodiscard]] Blocking choose_blocking(const PreparedRecords& records,
                                       const ChanceAgreement& chance, PairModel model, Crew& crew);

// Of a rule that finds very many pairs a sample is enough to learn from.
[[nodiscard]] std::vector<Rule> rules_to_learn_from(std::vector<Rule> rules);

// The share of matches that these rules find, of the same keys as the chosen ones.
[[nodiscard]] double recall_with(const Blocking& blocking, const std::vector<Rule>& rules);
// The share of those of each two lists that the rules find. Of rules that the program did not
// choose it is known, if at all, what they lose, not of which lists.
[[nodiscard]] std::vector<double> recall_by_lists(const Blocking& blocking, const PairSpace& space);

}  // namespace sanaq::link
