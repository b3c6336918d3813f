// How often each pattern of levels was seen among the pairs that rules found. Pairs are counted and
// not kept.
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
  // How a pair was found. Bit f of `fields` says that a rule without feature f found it, so that
  // blocking did not choose its agreement on f. `sample` is 0 if the pair stands for itself, else
  // the sample of weigh() that it is from. `group` is that of its two lists (pair_space.h).
  struct Met {
    std::uint32_t fields = 0, sample = 0, group = 0;
  };
  // Counts a pair and returns the number of its pattern in this object; pairs with one number have
  // the same pattern of levels (except for names that are counted in steps) and are of one group.
  std::uint32_t add(Comparer& comparer, std::uint64_t levels, std::uint32_t left,
                    std::uint32_t right, const Met& met);

  // Says how many pairs each pair of this sample stands for.
  void weigh(std::uint32_t sample, double weight) { weights_[sample] = weight; }

  // Adds what another thread counted, or what was counted for other pairs; samples must be numbered
  // alike.
  void add(const PatternCounts& other);

  // Adds a pair whose truth is known. `is_candidate` says that it was added above too.
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
    double count = 0;    // number of pairs that it stands for
    double squares = 0;  // sum of the squares of what each pair stands for
    // For names with two sounds in common: the sum of sharing, and the number of pairs
    // (name_sounds.h).
    double sharing = 0, shared = 0;
  };
  [[nodiscard]] std::vector<Pattern> sorted() const;
  // Calls take(levels, group) for every pattern, in no particular order; some come more than once.
  template <typename Take>
  void each_pattern(const Take& take) const {
    for (const auto& [key, count] : counts_) take(key.levels, key.group);
  }

 private:
  struct Key {
    std::uint64_t levels;
    std::uint32_t fields, sample, group;
    // For names with sounds in common: how many share them, in powers of 2.
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

// In a counted pattern, a whole name that is the only field has one of 15 steps of its weight
// instead of a level.
[[nodiscard]] double bits_of_name_step(std::uint64_t step);

}  // namespace sanaq::link
