#include "sanaq/link/weighed_pairs.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace sanaq::link {
namespace {

constexpr std::uint64_t tabled_patterns = std::uint64_t{1} << 16;

double exact_u(const SplinkComparison& comparison, const SplinkLevel& level) {
  if (level.tf_uses_own_u) return level.u;
  for (const SplinkLevel& other : comparison.levels) {
    if (other.condition && other.condition->plain_equality() == level.tf_column) return other.u;
  }
  return level.u;
}

double bits_of_level(const SplinkLevel& level) {
  return level.is_null ? 0 : std::log2(level.m / level.u);
}

}  // namespace

Weights::Weights(const Levels& levels) {
  const SplinkModel& model = levels.model();
  prior_bits_ = std::log2(model.prior_match / (1 - model.prior_match));
  for (std::size_t at = 0; at < model.comparisons.size(); ++at) {
    const SplinkComparison& comparison = model.comparisons[at];
    radix_.push_back(pattern_count_);
    sizes_.push_back(comparison.levels.size());
    pattern_count_ *= comparison.levels.size();
    std::vector<double> bits;
    std::vector<Frequency> frequencies;
    for (const SplinkLevel& level : comparison.levels) {
      bits.push_back(bits_of_level(level));
      Frequency frequency;
      if (!level.is_null && level.tf_column && level.tf_weight != 0)
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
      with_frequencies_.push_back(at);
    level_bits_.push_back(std::move(bits));
    frequencies_.push_back(std::move(frequencies));
  }
  for (std::uint64_t pattern = 0; pattern_count_ <= tabled_patterns && pattern < pattern_count_;
       ++pattern) {
    base_.push_back(level_sum(pattern));
  }
}

void Weights::fill_same(Frequency& frequency) {
  for (const double share : frequency.column->share_bits)
    frequency.same_bits.push_back(
        share == -std::numeric_limits<double>::infinity()
            ? 0
            : frequency.weight * (frequency.u_bits - std::max(share, frequency.least_bits)));
}

double Weights::unequal_bits(const Frequency& frequency, std::uint32_t left, std::uint32_t right) {
  const double share =
      std::max(frequency.column->share_bits[left], frequency.column->share_bits[right]);
  if (share == -std::numeric_limits<double>::infinity()) return 0;
  return frequency.weight * (frequency.u_bits - std::max(share, frequency.least_bits));
}

double Weights::comparison_bits(std::size_t comparison, std::uint8_t level, std::uint32_t left,
                                std::uint32_t right) const {
  const Frequency& frequency = frequencies_[comparison][level];
  if (frequency.column == nullptr) return level_bits_[comparison][level];
  const std::vector<std::uint32_t>& codes = frequency.column->column->codes;
  return level_bits_[comparison][level] + frequency_bits(frequency, codes[left], codes[right]);
}

double Weights::level_sum(std::uint64_t pattern) const {
  double sum = prior_bits_;
  for (std::size_t at = 0; at < radix_.size(); ++at) sum += level_bits_[at][level(pattern, at)];
  return sum;
}

void WeighedPairs::add(PairSlabs pairs) {
  if (pairs.size() == 0) return;
  ends_.push_back(size() + pairs.size());
  pieces_.push_back(std::move(pairs));
}

// Levels are numbered as Splink does: -1 null, 0 the last, upwards to the first.
Pair WeighedPairs::at(std::size_t place) const {
  const auto piece =
      static_cast<std::size_t>(std::upper_bound(ends_.begin(), ends_.end(), place) - ends_.begin());
  const std::size_t within = place - (ends_[piece] - pieces_[piece].size());
  const PackedPair& packed = pieces_[piece].at(within);
  const std::vector<std::uint32_t>& above = pieces_[piece].pattern_above;
  const std::uint64_t pattern_here =
      (above.empty() ? 0 : std::uint64_t{above[within]} << 32) | packed.pattern;
  Pair pair{.left = packed.left, .right = packed.right, .levels = {}};
  pair.weight_bits = weights_.bits(pattern_here, pair.left, pair.right);
  pair.probability = 1 / (1 + std::exp2(-pair.weight_bits));
  for (std::size_t at = 0; at < weights_.comparison_count(); ++at) {
    const auto& levels = levels_->model().comparisons[at].levels;
    const std::size_t level = weights_.level(pattern_here, at);
    pair.levels.push_back(levels[level].is_null
                              ? std::int8_t{-1}
                              : static_cast<std::int8_t>(levels.size() - 1 - level));
  }
  return pair;
}

}  // namespace sanaq::link
