// How often each pattern of levels was seen among the pairs that rules brought together. Pairs are
// counted and forgotten.
#pragma once
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "sanaq/link/comparer.h"

namespace sanaq::link {

// A pair whose truth is known.
struct KnownPair {
  std::uint32_t left = 0, right = 0;
  bool match = true;
};

class PatternCounts {
 public:
  // How a pair was met. Bit f of `fields`: a rule without feature f found it, so blocking did not
  // choose its agreement on f. `sample`: 0 where it stands for itself, else which of the samples of
  // weigh() it is from. `group`: of its two lists (pair_space.h).
  struct Met {
    std::uint32_t fields = 0, sample = 0, group = 0;
  };
  // The pattern's number among those of this object; pairs of one number have one pattern of levels
  // (but for names that stand as steps) and are of one group.
  std::uint32_t add(Comparer& comparer, std::uint64_t levels, std::uint32_t left,
                    std::uint32_t right, const Met& met);

  // Each pair of this sample stands for so many.
  void weigh(std::uint32_t sample, double weight) { weights_[sample] = weight; }

  // What another thread counted, or was counted of other pairs; samples are numbered alike.
  void add(const PatternCounts& other);

  // A pair whose truth is known; `is_candidate`: it was added above too.
  void add_known(Comparer& comparer, const std::int8_t* levels, const KnownPair& pair,
                 bool is_candidate, std::uint32_t group);

  struct Known {
    std::uint64_t levels = 0;
    bool match = true, is_candidate = false;
    std::uint32_t group = 0;
  };
  [[nodiscard]] const std::vector<Known>& known() const { return known_; }

  struct Pattern {
    std::uint64_t levels = 0;
    std::uint32_t fields = 0, group = 0, rarity = 0;
    double count = 0;    // pairs that it stands for
    double squares = 0;  // sum of the squares of what each pair stands for
    // Of names with two sounds in common: sum, and pairs (name_sounds.h).
    double sharing = 0, shared = 0;
  };
  [[nodiscard]] std::vector<Pattern> sorted() const;
  // take(levels, group) of every pattern, in no order; some come more than once.
  template <typename Take>
  void each_pattern(const Take& take) const {
    for (const auto& [key, count] : counts_) take(key.levels, key.group);
  }

 private:
  struct Key {
    std::uint64_t levels;
    std::uint32_t fields, sample, group;
    // Of names with sounds in common: how many share them, by powers of 2.
    std::uint32_t rarity = 0;
    bool operator==(const Key&) const = default;
  };
  struct Hash {
    std::size_t operator()(const Key& key) const;
  };
  struct Count {
    std::int64_t pairs = 0, sharing = 0, shared = 0;  // whole, whichever thread counted
  };
  std::uint32_t number_of(const Key& key);
  void grow();

  std::vector<std::pair<Key, Count>> counts_;          // in the order in which they were met
  std::vector<std::uint32_t> places_;                  // by hash: where in counts_, from 1; 0: free
  std::unordered_map<std::uint32_t, double> weights_;  // by sample
  std::vector<Known> known_;
};

// In a pattern that is counted a whole name that is the only field stands as one of 15 steps of its
// weight.
[[nodiscard]] double bits_of_name_step(std::uint64_t step);

}  // namespace sanaq::link
