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
  [[nodiscard]] double bits(std::uint64_t pattern, std::uint32_t left, std::uint32_t right) const {
    double sum = level_bits(pattern);
    for (const std::size_t at : with_frequencies_) {
      const Frequency& frequency = frequencies_[at][level(pattern, at)];
      if (frequency.column == nullptr) continue;
      const std::vector<std::uint32_t>& codes = frequency.column->column->codes;
      sum += frequency_bits(frequency, codes[left], codes[right]);
    }
    return sum;
  }

  // The parts of it, for who has levels and codes at hand.
  [[nodiscard]] double level_bits(std::uint64_t pattern) const {
    return base_.empty() ? level_sum(pattern) : base_[pattern];
  }
  // w (log2 u_exact - max(log2 share_l, log2 share_r, log2 least))
  struct Frequency {
    const KnownColumn* column = nullptr;  // null: none
    double weight = 0, u_bits = 0, least_bits = 0;
    std::vector<double> same_bits;  // by code: of two equal values
  };
  [[nodiscard]] const std::vector<std::size_t>& with_frequencies() const {
    return with_frequencies_;
  }
  [[nodiscard]] const std::vector<Frequency>& frequencies(std::size_t comparison) const {
    return frequencies_[comparison];
  }
  // Codes of the two values in the frequency's column.
  [[nodiscard]] static double frequency_bits(const Frequency& frequency, std::uint32_t left,
                                             std::uint32_t right) {
    return left == right ? frequency.same_bits[left] : unequal_bits(frequency, left, right);
  }

 private:
  static void fill_same(Frequency& frequency);
  [[nodiscard]] double level_sum(std::uint64_t pattern) const;
  [[nodiscard]] static double unequal_bits(const Frequency& frequency, std::uint32_t left,
                                           std::uint32_t right);

  std::vector<std::uint64_t> radix_, sizes_;
  std::uint64_t pattern_count_ = 1;
  double prior_bits_ = 0;
  std::vector<std::vector<double>> level_bits_;
  std::vector<std::vector<Frequency>> frequencies_;  // by comparison and level; no column: none
  std::vector<std::size_t> with_frequencies_;        // comparisons
  std::vector<double> base_;                         // by pattern, where there are not too many
};

struct PackedPair {
  std::uint32_t left = 0, right = 0, pattern = 0;  // of the pattern the low half
};

// Pairs in slabs: growing copies nothing.
class PairSlabs {
 public:
  static constexpr std::size_t slab = 16384;

  void add(const PackedPair& pair) {
    if (count_ % slab == 0) slabs_.push_back(std::make_unique_for_overwrite<PackedPair[]>(slab));
    slabs_.back()[count_++ % slab] = pair;
  }
  [[nodiscard]] std::size_t size() const { return count_; }
  [[nodiscard]] const PackedPair& at(std::size_t place) const {
    return slabs_[place / slab][place % slab];
  }

  std::vector<std::uint32_t> pattern_above;  // high halves; empty where all patterns fit 32 bits

 private:
  std::vector<std::unique_ptr<PackedPair[]>> slabs_;
  std::size_t count_ = 0;
};

// Rule by rule, block by block. The table's columns must outlive it.
class WeighedPairs : public PackedPairs {
 public:
  explicit WeighedPairs(std::shared_ptr<const Levels> levels)
      : levels_(std::move(levels)), weights_(*levels_) {}

  void add(PairSlabs pairs);
  [[nodiscard]] std::size_t size() const override { return ends_.empty() ? 0 : ends_.back(); }
  [[nodiscard]] Pair at(std::size_t place) const override;
  [[nodiscard]] const Weights& weights() const { return weights_; }

 private:
  std::shared_ptr<const Levels> levels_;
  Weights weights_;
  std::vector<PairSlabs> pieces_;
  std::vector<std::size_t> ends_;  // of each piece
};

}  // namespace sanaq::link
