// The pairs of the learning rules, visited once and kept: they are counted, weighed by what was
// learnt from them, and counted again beside the pairs of the rules that were chosen.
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
  std::uint64_t levels = 0;  // four bits a feature, none of them open
};

class LearningPairs {
 public:
  LearningPairs() = default;
  // Visits the pairs of the rules (visit_pairs) and keeps them: 24 bytes a pair.
  LearningPairs(std::vector<Rule> rules, const std::vector<Key>& keys, const PairSpace& space,
                const std::vector<bool>& is_linkable, Comparers& comparers, Workers& workers,
                base::Progress& progress);

  [[nodiscard]] const std::vector<Rule>& rules() const { return rules_; }
  // In pieces for the threads to share; the same on any number of threads.
  [[nodiscard]] const std::vector<std::vector<LearningPair>>& pieces() const { return pieces_; }

  // Forgets the pairs that one of `others` finds. `others` use the same keys.
  void leave_out(const std::vector<Rule>& others, const std::vector<Key>& keys,
                 const PairSpace& space, Workers& workers, base::Progress& progress);

  // Patterns of the pairs that are left. The samples of the rules are numbered from first_sample
  // on; each pair stands for as many as its rule's weight() says.
  [[nodiscard]] PatternCounts count(const PairSpace& space, std::uint32_t first_sample,
                                    Comparers& comparers, Workers& workers,
                                    base::Progress& progress) const;

 private:
  std::vector<Rule> rules_;
  std::vector<std::vector<LearningPair>> pieces_;
};

}  // namespace sanaq::link
