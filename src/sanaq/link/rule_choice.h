// Which blocking rules to take when the user names none: rules to learn from, and rules that find
// the matches.
//
// m of a field can be learnt only from pairs that a rule without that field found. Rules that are
// cheap enough to be visited whole come to hold the rarest field (the name) from some number of
// records on; so each field has rules without it whose pairs are sampled, for learning alone.
#pragma once
#include <vector>

#include "sanaq/link/columns.h"
#include "sanaq/link/drawn_matches.h"

namespace sanaq::link {

// All rules there are to choose from, with their pairs counted: one key, and two or three of
// different features, three where two meet too many records.
struct RuleCandidates {
  std::vector<Rule> rules;
  std::vector<double> pairs_of_two;  // of the first two keys of each rule of three; else 0
};
[[nodiscard]] RuleCandidates candidate_rules(const std::vector<Key>& keys, const PairSpace& space,
                                             Workers& workers, base::Progress& progress);

// For each feature rules without it that find matches of every two lists. At most 16.
[[nodiscard]] std::vector<Rule> learning_rules(const RuleCandidates& candidates,
                                               const std::vector<Key>& keys, const PairSpace& space,
                                               const std::vector<Feature>& features,
                                               Workers& workers, base::Progress& progress);

// Greedy: the rules that find most of the drawn matches for the pairs they cost. `expected`:
// matches of each two lists. `records`: how many there are.
[[nodiscard]] std::vector<Rule> choose_rules(std::vector<Rule> candidates, std::size_t records,
                                             const DrawnMatches& matches,
                                             const std::vector<double>& expected);

// How many matches there are of each two lists, by those that the rules found of them.
[[nodiscard]] std::vector<double> expected_matches(const SeenMatches& seen,
                                                   const std::vector<double>& recall);
// The share of all expected matches that is found.
[[nodiscard]] double recall_of(const std::vector<double>& expected,
                               const std::vector<double>& recall);

}  // namespace sanaq::link
