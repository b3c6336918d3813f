// The posterior over all ways to divide a few units into persons, by enumerating them.
#pragma once
#include <cstdint>
#include <vector>

#include "sanaq/num/rng.h"

namespace sanaq::link {

class AllPartitions {
 public:
  // There are 877 partitions of 7 units.
  static constexpr std::size_t units_most = 7;

  // log_score[mask] is the natural log of the weight of the units in the bit mask as one person,
  // against all of them as persons of their own; minus infinity if they may not be one. It has 2^n
  // entries; those of no unit and of one unit are 0. The weight of a partition is the product over
  // its persons.
  explicit AllPartitions(const std::vector<double>& log_score);

  // Returns the probability that all units in the mask are one person.
  [[nodiscard]] double together(std::uint32_t mask) const;
  // Draws a partition by its probability and returns the group of each unit; groups are numbered by
  // their first unit.
  [[nodiscard]] std::vector<std::size_t> draw(num::Rng& rng) const;

 private:
  using Persons = std::vector<std::uint32_t>;  // masks
  void part(std::uint32_t left, double log_weight, Persons& persons,
            const std::vector<double>& log_score);

  std::size_t unit_count_ = 0;
  std::vector<Persons> partitions_;
  std::vector<double> probability_;  // natural logs until all are known
};

}  // namespace sanaq::link
