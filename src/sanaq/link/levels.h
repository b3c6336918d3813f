// Levels of agreement of two values of one column (notes on linking, section 3).
//
// Levels 0 to 3 are equality, from rare to frequent values, so that a pattern of levels knows
// roughly how rare the value is. For whole names they are those of names.h. A missing
// side is `missing`; the last level of each kind is "differs".
#pragma once
#include <algorithm>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "sanaq/link/columns.h"
#include "sanaq/link/flat_table.h"
#include "sanaq/link/quick_levels.h"

namespace sanaq::link {

inline constexpr std::int8_t missing = -1;
// In a pattern of levels each feature has four bits: its level, or no_level where a side is
// missing.
inline constexpr std::uint64_t no_level = 15;
[[nodiscard]] inline std::uint64_t pack_levels(const std::int8_t* levels, std::size_t features) {
  std::uint64_t packed = 0;
  for (std::size_t f = 0; f < features; ++f)
    packed |= (static_cast<std::uint64_t>(levels[f]) & 15U) << (4 * f);
  return packed;
}
inline void unpack_levels(std::uint64_t packed, std::size_t features, std::int8_t* levels) {
  for (std::size_t f = 0; f < features; ++f, packed >>= 4)
    levels[f] = (packed & 15U) == no_level ? missing : static_cast<std::int8_t>(packed & 15U);
}
inline constexpr int exact_levels = 4;
inline constexpr int near_level = 4;  // the first that is no equality
// Of dates: 1976 for 1967. As frequent a slip as a wrong digit, and by chance far rarer.
inline constexpr int exchanged_digits = 5;
// Of dates that are alike in nothing else.
inline constexpr int same_year_level = 8, next_year_level = 9;
inline constexpr int one_digit_off = 4, two_parts_level = 6, two_digits_off = 7;
// Of dates of which one is less than a day.
inline constexpr int known_year_level = 10, known_wide_level = 11, known_near_level = 12,
                     known_differs_level = 13;

[[nodiscard]] const std::vector<std::string>& level_labels(Kind kind);
[[nodiscard]] inline int level_count(Kind kind) {
  return static_cast<int>(level_labels(kind).size());
}
[[nodiscard]] inline bool is_exact(Kind kind, int level) {
  return kind != Kind::name && level >= 0 && level < exact_levels;
}

// Dates that are both whole days, and dates of which one is less: what such pairs can show at all
// differs, and which of them a pair is says nothing about whether it is one person. Levels of one
// class are held against each other.
inline constexpr int level_classes = 2;
[[nodiscard]] int level_class(Kind kind, int level);
[[nodiscard]] bool agrees_as_far_as_known(Kind kind, int level);

// Which of the four equality levels a value that `count` records share belongs to.
[[nodiscard]] int exact_level(std::uint32_t count, std::uint32_t most);

// Two different values of one feature, without looking at other features.
[[nodiscard]] int fuzzy_level(const Feature& feature, std::uint32_t left, std::uint32_t right);

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
