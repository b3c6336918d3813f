#include "sanaq/splink/weights.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace sanaq::splink {
namespace {

constexpr std::uint64_t tabled_patterns = std::uint64_t{1} << 16;
constexpr double none = -std::numeric_limits<double>::infinity();

double exact_u(const Comparison& comparison, const Level& level) {
  if (level.tf_uses_own_u) return level.u;
  for (const Level& other : comparison.levels) {
    if (other.condition && other.condition->plain_equality() == level.tf_column) return other.u;
  }
  return level.u;
}

double bits_of_level(const Level& level) {
  return level.is_null || !(level.m > 0) || !(level.u > 0) ? 0 : std::log2(level.m / level.u);
}

}  // namespace

Weights::Weights(const Levels& levels, const Model& model) {
  prior_bits_ = model.prior_match > 0 ? std::log2(model.prior_match / (1 - model.prior_match)) : 0;
  place(model);
  for (const Comparison& comparison : model.comparisons) weigh(levels, comparison);
  for (std::uint64_t pattern = 0;
       !has_high_half() && low_pattern_count_ <= tabled_patterns && pattern < low_pattern_count_;
       ++pattern)
    base_.push_back(level_sum(pattern));
}

void Weights::place(const Model& model) {
  std::uint64_t count = 1;
  bool is_high = false;
  for (const Comparison& comparison : model.comparisons) {
    const std::size_t levels = std::max<std::size_t>(1, comparison.levels.size());
    if (count * levels >= 0xFFFFFFFFU && !is_high) {
      low_pattern_count_ = count;
      is_high = true;
      count = 1;
    }
    places_.push_back(
        {static_cast<std::uint32_t>(count), static_cast<std::uint32_t>(levels), is_high});
    count *= levels;
  }
  if (!is_high) low_pattern_count_ = count;
}

void Weights::weigh(const Levels& levels, const Comparison& comparison) {
  std::vector<double> bits;
  std::vector<Frequency> frequencies;
  for (const Level& level : comparison.levels) {
    bits.push_back(bits_of_level(level));
    Frequency frequency;
    if (!level.is_null && level.tf_column && level.tf_weight != 0 && level.u > 0)
      frequency = {&levels.column(*level.tf_column),
                   level.tf_weight,
                   std::log2(exact_u(comparison, level)),
                   std::log2(level.tf_minimum_u),
                   {}};
    if (frequency.column != nullptr) fill_same(frequency);
    frequencies.push_back(std::move(frequency));
  }
  if (std::any_of(frequencies.begin(), frequencies.end(),
                  [](const Frequency& frequency) { return frequency.column != nullptr; }))
    with_frequencies_.push_back(level_bits_.size());
  level_bits_.push_back(std::move(bits));
  frequencies_.push_back(std::move(frequencies));
}

void Weights::fill_same(Frequency& frequency) {
  for (const double share : frequency.column->share_bits)
    frequency.same_bits.push_back(
        share == none
            ? 0
            : frequency.weight * (frequency.u_bits - std::max(share, frequency.least_bits)));
}

double Weights::frequency_bits(const Frequency& frequency, std::uint32_t left,
                               std::uint32_t right) {
  if (left == right) return frequency.same_bits[left];
  const double share =
      std::max(frequency.column->share_bits[left], frequency.column->share_bits[right]);
  if (share == none) return 0;
  return frequency.weight * (frequency.u_bits - std::max(share, frequency.least_bits));
}

double Weights::comparison_bits(std::size_t comparison, std::uint8_t level, std::uint32_t left,
                                std::uint32_t right) const {
  const Frequency& frequency = frequencies_[comparison][level];
  if (frequency.column == nullptr) return level_bits_[comparison][level];
  const std::vector<std::uint32_t>& codes = frequency.column->column->codes;
  return level_bits_[comparison][level] + frequency_bits(frequency, codes[left], codes[right]);
}

// A frequency's bits are those of one of the two values, or none.
double Weights::bits_most(std::size_t comparison, std::uint8_t level) const {
  const Frequency& frequency = frequencies_[comparison][level];
  double most = 0;
  for (const double bits : frequency.same_bits) most = std::max(most, bits);
  return level_bits_[comparison][level] + most;
}

double Weights::bits_most(std::size_t comparison) const {
  double most = none;
  for (std::size_t level = 0; level < level_bits_[comparison].size(); ++level)
    most = std::max(most, bits_most(comparison, static_cast<std::uint8_t>(level)));
  return most;
}

double Weights::level_sum(std::uint64_t pattern) const {
  double sum = prior_bits_;
  for (std::size_t at = 0; at < places_.size(); ++at) sum += level_bits_[at][level(pattern, at)];
  return sum;
}

double Weights::bits(std::uint64_t pattern, std::uint32_t left, std::uint32_t right) const {
  double sum = base_.empty() ? level_sum(pattern) : base_[pattern];
  for (const std::size_t at : with_frequencies_) {
    const Frequency& frequency = frequencies_[at][level(pattern, at)];
    if (frequency.column == nullptr) continue;
    const std::vector<std::uint32_t>& codes = frequency.column->column->codes;
    sum += frequency_bits(frequency, codes[left], codes[right]);
  }
  return sum;
}

}  // namespace sanaq::splink
