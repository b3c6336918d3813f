// The pairs of the learning rules, visited once and kept: they are counted, weighed with what was
// learnt from them, and counted again together with the pairs of the chosen rules.
#pragma once
#include <cstdint>
#include <vector>

#include "sanaq/link/blocking.h"
#include "sanaq/link/pattern_counts.h"

namespace sanaq::link {

struct LearningPair {
  std::uint32_t left = 0, right = 0;
  std::uint32_t fields = 0;  // as in MetPair
  std::uint32_t rule = 0;    // the first learning rule that finds the pair
  std::uint64_t levels = 0;  // four bits for each feature, none of them open
};

class LearningPairs {
 public:
  LearningPairs() = default;
  // Visits the pairs of the rules (visit_pairs) and keeps them; each takes 24 bytes.
  LearningPairs(std::vector<Rule> rules, const std::vector<Key>& keys, const PairSpace& space,
                const std::vector<bool>& is_linkable, Comparers& comparers, Workers& workers,
                base::Progress& progress);

  [[nodiscard]] const std::vector<Rule>& rules() const { return rules_; }
  // In pieces, to be divided among threads; the same on any number of threads.
  [[nodiscard]] const std::vector<std::vector<LearningPair>>& pieces() const { return pieces_; }

  // Removes the pairs that one of `others` finds. `others` must use the same keys.
  void leave_out(const std::vector<Rule>& others, const std::vector<Key>& keys,
                 const PairSpace& space, Workers& workers, base::Progress& progress);

  // Returns the patterns of the remaining pairs. The samples of the rules are numbered from
  // first_sample on; each pair stands for as many as its rule's weight() says.
  [[nodiscard]] PatternCounts count(const PairSpace& space, std::uint32_t first_sample,
                                    Comparers& comparers, Workers& workers,
                                    base::Progress& progress) const;

 private:
  std::vector<Rule> rules_;
  std::vector<std::vector<LearningPair>> pieces_;
};

}  // namespace sanaq::link
