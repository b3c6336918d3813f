// Patterns of millions of pairs, two bytes each where the model has no more than 65,535.
#pragma once
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace sanaq::splink {

class PatternStore {
 public:
  // `pattern_count`: of the low half. Slots are not filled.
  PatternStore(std::uint64_t pattern_count, bool has_high_half, std::size_t slots);

  // dropped_pattern of row_screen.h in `low`: no pair. `high` may be null without a high half.
  void put(std::size_t slot, const std::uint32_t* low, const std::uint32_t* high,
           std::size_t count);

  static constexpr std::uint64_t dropped = ~std::uint64_t{0};
  // Low half below, high half above; or `dropped`.
  [[nodiscard]] std::uint64_t at(std::size_t slot) const {
    if (narrow_) return narrow_[slot] == 0xFFFFU ? dropped : narrow_[slot];
    if (low_[slot] == 0xFFFFFFFFU) return dropped;
    return low_[slot] | (high_ ? std::uint64_t{high_[slot]} << 32 : 0);
  }
  [[nodiscard]] std::size_t size() const { return slots_; }

 private:
  std::size_t slots_;
  std::unique_ptr<std::uint16_t[]> narrow_;
  std::unique_ptr<std::uint32_t[]> low_, high_;
};

}  // namespace sanaq::splink
