// The levels of pairs of records, each distinct pair of values looked at once.
#pragma once
#include <algorithm>
#include <cstdint>
#include <memory>
#include <vector>

#include "sanaq/link/columns.h"
#include "sanaq/link/flat_table.h"
#include "sanaq/link/quick_levels.h"

namespace sanaq::link {

// The levels of pairs of records; remembers what each distinct pair of values gave. One for each
// thread.
class Comparer {
 public:
  explicit Comparer(const std::vector<Feature>& features);
  // For another thread: with what is known of values, and nothing remembered.
  [[nodiscard]] Comparer afresh() const;
  // levels[f] of records left and right.
  void compare(std::uint32_t left, std::uint32_t right, std::int8_t* levels);
  [[nodiscard]] int compare_one(std::size_t feature, std::uint32_t left, std::uint32_t right);
  // Where the codes of the two records' values are at hand.
  struct Coded {
    std::uint32_t record = 0, code = 0;
  };
  [[nodiscard]] int compare_one(std::size_t feature, const Coded& left, const Coded& right);
  // This record will be compared soon: what memory has of it is asked for.
  void fetch(std::uint32_t record) const { __builtin_prefetch(known_->quick.codes(record)); }
  // log2(m/u) of exactly these two names; feature must be of kind name.
  [[nodiscard]] double name_bits(std::size_t feature, std::uint32_t left, std::uint32_t right);
  // Records that have the sounds that the two names share, without one of the two; at least 0.
  [[nodiscard]] double name_sharing(std::size_t feature, std::uint32_t left, std::uint32_t right);
  [[nodiscard]] const std::vector<Feature>& features() const { return *features_; }
  // What LevelRows asks: what is known of values; the levels of equal values; and the level of two
  // records of which both have a value that QuickLevels does not tell.
  [[nodiscard]] const QuickLevels& quick() const { return known_->quick; }
  [[nodiscard]] const std::vector<std::int8_t>& level_of_equal(std::size_t feature) const {
    return known_->level_of_equal[feature];
  }
  [[nodiscard]] int open_level(std::size_t feature, const Coded& left, const Coded& right);
  // These two values will be asked for soon.
  void fetch(std::size_t feature, std::uint32_t left, std::uint32_t right) const {
    memory_[feature].fetch(key_of(left, right));
  }
  // `levels` with those of the features `open` (bits) as they are.
  [[nodiscard]] std::uint64_t closed(std::uint64_t levels, std::uint32_t open, std::uint32_t left,
                                     std::uint32_t right);

 private:
  struct Met {
    std::int8_t level;
    float bits;
    float sharing;
  };
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
  const Met& meet_values(std::size_t feature, std::uint32_t left, std::uint32_t right);
  [[nodiscard]] bool is_swapped(std::size_t feature, std::uint32_t left, std::uint32_t right) const;

  const std::vector<Feature>* features_;
  std::shared_ptr<const Known> known_;
  std::vector<FlatTable<Met>> memory_;
};

}  // namespace sanaq::link
