// Pairs with the levels that a Splink model found, packed into twelve bytes each, and what they
// weigh.
#pragma once
#include <memory>
#include <vector>

#include "sanaq/link/level_finder.h"
#include "sanaq/link/link.h"

namespace sanaq::link {

// Levels of all comparisons as one number, and its weight in bits without term frequencies.
class Weights {
 public:
  explicit Weights(const Levels& levels);

  [[nodiscard]] std::size_t comparison_count() const { return radix_.size(); }
  [[nodiscard]] std::uint64_t radix(std::size_t comparison) const { return radix_[comparison]; }
  [[nodiscard]] std::uint64_t pattern_count() const { return pattern_count_; }
  [[nodiscard]] std::uint8_t level(std::uint64_t pattern, std::size_t comparison) const {
    return static_cast<std::uint8_t>(pattern / radix_[comparison] % sizes_[comparison]);
  }
  // Of one comparison's level.
  [[nodiscard]] double comparison_bits(std::size_t comparison, std::uint8_t level,
                                       std::uint32_t left, std::uint32_t right) const;
  // Of the prior odds and all levels, with term frequencies of the two records. `level_of`: the
  // level of each comparison, where it is known better than by dividing.
  template <typename LevelOf>
  [[nodiscard]] double bits(std::uint64_t pattern, const LevelOf& level_of, std::uint32_t left,
                            std::uint32_t right) const {
    double sum = base_.empty() ? level_sum(pattern) : base_[pattern];
    for (const std::size_t at : with_frequencies_) {
      const Frequency& frequency = frequencies_[at][level_of(at)];
      if (frequency.column != nullptr) sum += frequency_bits(frequency, left, right);
    }
    return sum;
  }
  [[nodiscard]] double bits(std::uint64_t pattern, std::uint32_t left, std::uint32_t right) const {
    return bits(
        pattern, [&](std::size_t at) { return level(pattern, at); }, left, right);
  }

 private:
  // w (log2 u_exact - max(log2 share_l, log2 share_r, log2 least))
  struct Frequency {
    const KnownColumn* column = nullptr;
    double weight = 0, u_bits = 0, least_bits = 0;
    std::vector<double> same_bits;  // by code: of two equal values
  };
  static void fill_same(Frequency& frequency);
  [[nodiscard]] double level_sum(std::uint64_t pattern) const;
  [[nodiscard]] double unequal_bits(const Frequency& frequency, std::uint32_t left,
                                    std::uint32_t right) const;
  [[nodiscard]] double frequency_bits(const Frequency& frequency, std::uint32_t left,
                                      std::uint32_t right) const {
    const std::uint32_t* codes = frequency.column->column->codes.data();
    return codes[left] == codes[right] ? frequency.same_bits[codes[left]]
                                       : unequal_bits(frequency, left, right);
  }

  std::vector<std::uint64_t> radix_, sizes_;
  std::uint64_t pattern_count_ = 1;
  double prior_bits_ = 0;
  std::vector<std::vector<double>> level_bits_;
  std::vector<std::vector<Frequency>> frequencies_;  // by comparison and level; no column: none
  std::vector<std::size_t> with_frequencies_;        // comparisons
  std::vector<double> base_;                         // by pattern, where there are not too many
};

// Rule by rule, block by block. The table's columns must outlive it.
class WeighedPairs : public PackedPairs {
 public:
  explicit WeighedPairs(std::shared_ptr<const Levels> levels)
      : levels_(std::move(levels)), weights_(*levels_) {}

  [[nodiscard]] std::size_t size() const override { return left.size(); }
  [[nodiscard]] Pair at(std::size_t place) const override;
  [[nodiscard]] double probability(std::size_t place) const;
  [[nodiscard]] const Weights& weights() const { return weights_; }

  std::vector<std::uint32_t> left, right;
  std::vector<std::uint32_t> pattern;        // low half
  std::vector<std::uint32_t> pattern_above;  // high half; empty where all patterns fit 32 bits

 private:
  [[nodiscard]] std::uint64_t pattern_at(std::size_t place) const {
    return pattern_above.empty() ? pattern[place]
                                 : (std::uint64_t{pattern_above[place]} << 32) | pattern[place];
  }
  std::shared_ptr<const Levels> levels_;
  Weights weights_;
};

}  // namespace sanaq::link
