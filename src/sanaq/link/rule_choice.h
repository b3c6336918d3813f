// Chooses blocking rules if the user names none: rules to learn from, and rules that find the
// matches.
//
// m of a field can be learnt only from pairs that a rule without that field found. From some number
// of records on, all rules that are cheap enough to be visited whole contain the rarest field (the
// name); so each field has rules without it whose pairs are sampled, only for learning.
#pragma once
#include <vector>

#include "sanaq/link/columns.h"
#include "sanaq/link/drawn_matches.h"

namespace sanaq::link {

// All rules to choose from, with their numbers of pairs: of one key, and of two or three keys of
// different features; of three if two find too many pairs.
struct RuleCandidates {
  std::vector<Rule> rules;
  std::vector<double> pairs_of_two;  // for a rule of three keys: pairs of the first two; else 0
};
[[nodiscard]] RuleCandidates candidate_rules(const std::vector<Key>& keys, const PairSpace& space,
                                             Workers& workers, base::Progress& progress);

// Returns, for each feature, rules without it that find matches of every two lists; at most 16.
[[nodiscard]] std::vector<Rule> learning_rules(const RuleCandidates& candidates,
                                               const std::vector<Key>& keys, const PairSpace& space,
                                               const std::vector<Feature>& features,
                                               Workers& workers, base::Progress& progress);

// Returns, by a greedy search, the rules that find most of the drawn matches for the pairs they
// cost. `expected` has the matches of each two lists, `records` is the number of records.
[[nodiscard]] std::vector<Rule> choose_rules(std::vector<Rule> candidates, std::size_t records,
                                             const DrawnMatches& matches,
                                             const std::vector<double>& expected);

// Returns the number of matches of each two lists, from those that the rules found and their
// recall.
[[nodiscard]] std::vector<double> expected_matches(const SeenMatches& seen,
                                                   const std::vector<double>& recall);
// Returns the share of all expected matches that is found.
[[nodiscard]] double recall_of(const std::vector<double>& expected,
                               const std::vector<double>& recall);

}  // namespace sanaq::link
