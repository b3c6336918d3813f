// A sample of expected matches: for each two lists, pairs of records that stand for those of one
// person, with the fields that they have, and the keys that would agree as the keys of matches did.
//
// Given the two lists, fields are drawn independently; which fields are filled comes from real
// records, so that cells that are empty together stay so.
#pragma once
#include <cstdint>
#include <vector>

#include "sanaq/link/columns.h"
#include "sanaq/link/seen_matches.h"

namespace sanaq::link {

class DrawnMatches {
 public:
  DrawnMatches(const SeenMatches& seen, const std::vector<Key>& keys, const Columns& columns,
               const PairSpace& space, std::uint64_t seed);

  using Bits = std::vector<std::uint64_t>;  // a bit for each drawn match
  [[nodiscard]] Bits covered_by(const Rule& rule) const;
  [[nodiscard]] Bits covered_by_any(const std::vector<Rule>& rules) const;

  // Returns, for each two lists, the share of the drawn matches that some rule finds; 1 if none was
  // drawn.
  [[nodiscard]] std::vector<double> recall_by_lists(const std::vector<Rule>& rules) const;

  [[nodiscard]] std::size_t size() const { return list_pair_.size(); }
  [[nodiscard]] std::size_t list_pair(std::size_t match) const { return list_pair_[match]; }
  [[nodiscard]] const std::vector<std::size_t>& drawn_of_lists() const { return drawn_; }

 private:
  std::vector<Bits> agrees_;            // by key
  std::vector<std::size_t> list_pair_;  // by drawn match
  std::vector<std::size_t> drawn_;      // by pair of lists
};

}  // namespace sanaq::link
