// A component of two records, which does what Component does from one number that is worked out
// once. Nearly all components of long lists are of this kind.
#pragma once
#include <array>

#include "sanaq/link/component.h"

namespace sanaq::link {

// Gives the same answers as Component, its slow twin, for two units of one record each.
class TwoUnits {
 public:
  // left < right
  TwoUnits(std::uint32_t left, std::uint32_t right) : units_{left, right} {}

  void merge(const Surroundings& around, double limit);
  void improve(const Surroundings& around);
  void sweep(const Surroundings& around, std::uint64_t stream);
  void keep() {}
  bool count_all(const Surroundings& around);
  void draw(num::Rng& rng);
  void settle(const Surroundings& around, double threshold);

  [[nodiscard]] const std::array<std::uint32_t, 2>& units() const { return units_; }
  [[nodiscard]] std::array<std::size_t, 2> group_of() const {
    return {0, is_one_ ? std::size_t{0} : std::size_t{1}};
  }
  [[nodiscard]] double pair_probability(std::uint32_t left_unit, std::uint32_t right_unit) const {
    return left_unit == right_unit ? 1 : together_;
  }
  [[nodiscard]] double group_probability(std::size_t) const { return is_one_ ? together_ : 1; }
  void count_patterns(CaptureCounts& counts) const;

 private:
  [[nodiscard]] double gain(const Surroundings& around);

  std::array<std::uint32_t, 2> units_;
  std::array<std::uint32_t, 2> lists_{};
  std::uint64_t mark_ = 0;  // of the second record
  double fit_ = 0, together_ = 0, apart_ = 1;
  bool has_fit_ = false, is_one_ = false;
};

}  // namespace sanaq::link
