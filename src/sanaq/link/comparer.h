// The levels of pairs of records; each distinct pair of values is compared once.
#pragma once
#include <algorithm>
#include <cstdint>
#include <memory>
#include <vector>

#include "sanaq/link/columns.h"
#include "sanaq/link/flat_table.h"
#include "sanaq/link/met_names.h"
#include "sanaq/link/quick_levels.h"

namespace sanaq::link {

// Compares records and remembers the result for each distinct pair of values. Each thread needs its
// own.
class Comparer {
 public:
  explicit Comparer(const std::vector<Feature>& features);
  // Returns one for another thread: it shares what is known about values, and remembers nothing but
  // the pairs of names of `met` whose column is here with the same values.
  [[nodiscard]] Comparer afresh(const std::vector<MetNames>& met = {}) const;
  // Adds the pairs of names that this one remembers to `met`. A table of more than
  // 250,000 is not made: a copy for each thread would cost memory, and less is met twice.
  void add_met_names(std::vector<MetNames>& met) const;
  // Sets levels[f], for each feature, to that of the two records.
  void compare(std::uint32_t left, std::uint32_t right, std::int8_t* levels);
  [[nodiscard]] int compare_one(std::size_t feature, std::uint32_t left, std::uint32_t right);
  // The same if the codes of the two records' values are known.
  struct Coded {
    std::uint32_t record = 0, code = 0;
  };
  [[nodiscard]] int compare_one(std::size_t feature, const Coded& left, const Coded& right);
  // Prefetches into the cache what is needed to compare this record soon.
  void fetch(std::uint32_t record) const { __builtin_prefetch(known_->quick.codes(record)); }
  // Returns log2(m/u) of exactly these two names. The feature must be of kind name.
  [[nodiscard]] double name_bits(std::size_t feature, std::uint32_t left, std::uint32_t right);
  // Returns the number of records with the sounds that the two names share, not counting one of the
  // two; at least 0.
  [[nodiscard]] double name_sharing(std::size_t feature, std::uint32_t left, std::uint32_t right);
  [[nodiscard]] const std::vector<Feature>& features() const { return *features_; }
  // For LevelRows: what is known about values; the levels of equal values; and the level of two
  // records that both have a value, if QuickLevels does not tell it.
  [[nodiscard]] const QuickLevels& quick() const { return known_->quick; }
  [[nodiscard]] const std::vector<std::int8_t>& level_of_equal(std::size_t feature) const {
    return known_->level_of_equal[feature];
  }
  [[nodiscard]] int open_level(std::size_t feature, const Coded& left, const Coded& right);
  // Prefetches into the cache what is needed to compare these two values soon.
  void fetch(std::size_t feature, std::uint32_t left, std::uint32_t right) const {
    memory_[feature].fetch(key_of(left, right));
  }
  // Returns `levels` with the true levels of the features in `open` (bits).
  [[nodiscard]] std::uint64_t closed(std::uint64_t levels, std::uint32_t open, std::uint32_t left,
                                     std::uint32_t right);

 private:
  // What is worked out once, for all threads.
  struct Known {
    explicit Known(const std::vector<Feature>& features);
    QuickLevels quick;
    std::vector<std::vector<std::int8_t>> level_of_equal;  // by feature and value
  };
  Comparer(const std::vector<Feature>& features, std::shared_ptr<const Known> known);
  static std::uint64_t key_of(std::uint32_t left, std::uint32_t right) {
    return (static_cast<std::uint64_t>(std::min(left, right)) << 32) | std::max(left, right);
  }
  // `left` and `right` are values.
  int level_of_values(std::size_t feature, std::uint32_t left, std::uint32_t right);
  const MetValues& meet_values(std::size_t feature, std::uint32_t left, std::uint32_t right);
  [[nodiscard]] bool is_swapped(std::size_t feature, std::uint32_t left, std::uint32_t right) const;

  const std::vector<Feature>* features_;
  std::shared_ptr<const Known> known_;
  std::vector<FlatTable<MetValues>> memory_;
};

}  // namespace sanaq::link
