// What the levels of a Splink model weigh, and levels of all comparisons as one number.
#pragma once
#include <cstdint>
#include <vector>

#include "sanaq/splink/level_finder.h"

namespace sanaq::splink {

// A pattern has two halves of 32 bits, so that vectors can add it up: the comparisons of the low
// half, as many as have fewer than 2^32 - 1 patterns, and the others. In each half a level counts
// as often as the levels of the comparisons before it have patterns.
class Weights {
 public:
  // Levels without m or u weigh nothing.
  // `model`: the levels' own, or one that was learnt from it.
  Weights(const Levels& levels, const Model& model);
  explicit Weights(const Levels& levels) : Weights(levels, levels.model()) {}

  [[nodiscard]] std::size_t comparison_count() const { return places_.size(); }
  [[nodiscard]] bool is_high_half(std::size_t comparison) const {
    return places_[comparison].is_high;
  }
  [[nodiscard]] bool has_high_half() const { return !places_.empty() && places_.back().is_high; }
  [[nodiscard]] std::uint32_t add(std::size_t comparison, std::uint8_t level) const {
    return places_[comparison].radix * level;
  }
  // Of the low half; of the whole where there is no other.
  [[nodiscard]] std::uint64_t low_pattern_count() const { return low_pattern_count_; }
  [[nodiscard]] std::uint8_t level(std::uint64_t pattern, std::size_t comparison) const {
    const Place& place = places_[comparison];
    const auto half = static_cast<std::uint32_t>(place.is_high ? pattern >> 32 : pattern);
    return static_cast<std::uint8_t>(half / place.radix % place.levels);
  }

  [[nodiscard]] double prior_bits() const { return prior_bits_; }
  // Of one comparison's level, without term frequencies.
  [[nodiscard]] double level_bits(std::size_t comparison, std::uint8_t level) const {
    return level_bits_[comparison][level];
  }
  // With them, for two records.
  [[nodiscard]] double comparison_bits(std::size_t comparison, std::uint8_t level,
                                       std::uint32_t left, std::uint32_t right) const;
  // At most, whatever the values; of a level, or of any.
  [[nodiscard]] double bits_most(std::size_t comparison, std::uint8_t level) const;
  [[nodiscard]] double bits_most(std::size_t comparison) const;
  // Of the prior odds and all levels, with term frequencies of the two records.
  [[nodiscard]] double bits(std::uint64_t pattern, std::uint32_t left, std::uint32_t right) const;

  // w (log2 u_exact - max(log2 share_l, log2 share_r, log2 least))
  struct Frequency {
    const KnownColumn* column = nullptr;  // null: none
    double weight = 0, u_bits = 0, least_bits = 0;
    std::vector<double> same_bits;  // by code: of two equal values
  };
  [[nodiscard]] const std::vector<Frequency>& frequencies(std::size_t comparison) const {
    return frequencies_[comparison];  // by level
  }

 private:
  struct Place {
    std::uint32_t radix = 1, levels = 1;
    bool is_high = false;
  };

  void place(const Model& model);
  void weigh(const Levels& levels, const Comparison& comparison);
  static void fill_same(Frequency& frequency);
  [[nodiscard]] double level_sum(std::uint64_t pattern) const;
  // Codes of the two values in the frequency's column.
  [[nodiscard]] static double frequency_bits(const Frequency& frequency, std::uint32_t left,
                                             std::uint32_t right);

  std::vector<Place> places_;
  std::uint64_t low_pattern_count_ = 1;
  double prior_bits_ = 0;
  std::vector<std::vector<double>> level_bits_;
  std::vector<std::vector<Frequency>> frequencies_;  // by comparison and level; no column: none
  std::vector<std::size_t> with_frequencies_;        // comparisons
  std::vector<double> base_;                         // by pattern, where there are not too many
};

}  // namespace sanaq::splink
