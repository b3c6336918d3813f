// A few units: the posterior over all the ways of parting them into persons, each of them counted.
#pragma once
#include <cstdint>
#include <vector>

#include "sanaq/num/rng.h"

namespace sanaq::link {

class AllPartitions {
 public:
  // Of 7 units there are 877 partitions.
  static constexpr std::size_t units_most = 7;

  // log_score[mask]: natural log of what the units in the bit mask weigh as one person, against all
  // of them as persons of their own; minus infinity: they may not be. 2^n entries; those of no unit
  // and of one unit are 0. A partition weighs what its persons weigh together.
  explicit AllPartitions(const std::vector<double>& log_score);

  // That all units in the mask are one person.
  [[nodiscard]] double together(std::uint32_t mask) const;
  // Group of each unit, drawn by its probability; groups are numbered by their first unit.
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
