#include "sanaq/link/all_partitions.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

#include "sanaq/base/check.h"
#include "sanaq/num/logspace.h"

namespace sanaq::link {

AllPartitions::AllPartitions(const std::vector<double>& log_score)
    : unit_count_(static_cast<std::size_t>(std::countr_zero(log_score.size()))) {
  base::check(std::has_single_bit(log_score.size()) && unit_count_ <= units_most,
              "one score a subset of at most seven units");
  Persons persons;
  part(static_cast<std::uint32_t>(log_score.size() - 1), 0, persons, log_score);
  const double total = num::log_sum_exp(probability_);
  for (double& probability : probability_) probability = std::exp(probability - total);
}

// The first unit that is left goes with every subset of the others.
void AllPartitions::part(std::uint32_t left, double log_weight, Persons& persons,
                         const std::vector<double>& log_score) {
  if (left == 0) {
    partitions_.push_back(persons);
    probability_.push_back(log_weight);
    return;
  }
  const std::uint32_t first = left & (~left + 1), others = left & ~first;
  for (std::uint32_t with = others;; with = (with - 1) & others) {
    const std::uint32_t person = first | with;
    if (log_score[person] > -std::numeric_limits<double>::infinity()) {
      persons.push_back(person);
      part(left & ~person, log_weight + log_score[person], persons, log_score);
      persons.pop_back();
    }
    if (with == 0) break;
  }
}

double AllPartitions::together(std::uint32_t mask) const {
  double sum = 0;
  for (std::size_t at = 0; at < partitions_.size(); ++at) {
    if (std::any_of(partitions_[at].begin(), partitions_[at].end(),
                    [&](std::uint32_t person) { return (mask & ~person) == 0; }))
      sum += probability_[at];
  }
  return std::min(1.0, sum);
}

std::vector<std::size_t> AllPartitions::draw(num::Rng& rng) const {
  std::vector<std::size_t> group(unit_count_);
  for (const std::uint32_t person : partitions_[rng.categorical(probability_)]) {
    for (std::size_t unit = 0; unit < unit_count_; ++unit) {
      if ((person & (1U << unit)) != 0)
        group[unit] = static_cast<std::size_t>(std::countr_zero(person));
    }
  }
  return group;
}

}  // namespace sanaq::link
