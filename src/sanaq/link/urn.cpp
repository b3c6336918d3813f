#include "sanaq/link/urn.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>

namespace sanaq::link {
namespace {

constexpr double several_members_tau =
    0.85;  // rows of one person err together: the weight of further rows is damped
constexpr float not_filled = -1.0F;
constexpr std::size_t memory_most = std::size_t{1} << 26;  // numbers remembered: a quarter of a GiB

}  // namespace

Urn::Urn(const PairModel& model, Comparer& comparer)
    : model_(&model),
      comparer_(&comparer),
      field_count_(model.fields.size()),
      place_(std::size_t{1} << 24) {
  for (std::size_t f = 0; f < field_count_; ++f) {
    const FieldModel& field = model.fields[f];
    const bool named = has_text_weight(comparer.features(), f);
    const double differs = named ? 0.02 : std::clamp(field.m.back() / field.u.back(), 1e-4, 0.9);
    const double eps = 0.5 * differs;
    const double rest = (differs - eps) / (1 - eps);
    eps_.push_back(eps);
    theta_.push_back(rest / (1 - rest));
  }
}

const float* Urn::kappas(std::uint32_t left, std::uint32_t right) {
  const std::uint32_t first = std::min(left, right), second = std::max(left, right);
  if (memory_.size() > memory_most) {
    place_.clear();
    memory_.clear();
  }
  bool is_new = false;
  std::uint32_t* place = place_.find((static_cast<std::uint64_t>(first) << 32) | second, is_new);
  if (!is_new) return &memory_[*place];
  *place = static_cast<std::uint32_t>(memory_.size());
  std::array<std::int8_t, 32> levels{};
  comparer_->compare(first, second, levels.data());
  for (std::size_t f = 0; f < field_count_; ++f) {
    if (levels[f] == missing) {
      memory_.push_back(not_filled);
      continue;
    }
    const double ratio =
        std::exp(field_log_ratio(*model_, *comparer_, levels.data(), f, first, second));
    memory_.push_back(static_cast<float>(
        std::max(0.0, (ratio - eps_[f]) / (1 - eps_[f]) * (1 + theta_[f]) - theta_[f])));
  }
  memory_.push_back(
      static_cast<float>(field_masks(comparer_->features(), levels.data()).differing));
  return &memory_[memory_.size() - field_count_ - 1];
}

double Urn::fit(std::uint32_t record, std::span<const std::uint32_t> group) {
  std::array<double, 32> sum{}, count{};
  std::uint32_t filled = 0, agreeing = 0;
  for (const std::uint32_t member : group) {
    const float* kappa = kappas(record, member);
    for (std::size_t f = 0; f < field_count_; ++f) {
      if (kappa[f] < 0) continue;
      sum[f] += static_cast<double>(kappa[f]);
      count[f] += 1;
      filled |= 1U << f;
      agreeing |= (1U << f) & ~static_cast<std::uint32_t>(kappa[field_count_]);
    }
  }
  double log_fit = 0;
  for (std::size_t f = 0; f < field_count_; ++f) {
    if (count[f] > 0)
      log_fit += std::log(eps_[f] + (1 - eps_[f]) * (theta_[f] + sum[f]) / (theta_[f] + count[f]));
  }
  if (filled != 0) {
    std::vector<double>& by_count = differences_[filled];
    if (by_count.empty()) by_count = difference_log_ratios(model_->differences, filled);
    log_fit += by_count[static_cast<std::size_t>(std::popcount(filled & ~agreeing))];
  }
  return group.size() > 1 ? several_members_tau * log_fit : log_fit;
}

double Urn::together(std::span<const std::uint32_t> records) {
  double log_fit = 0;
  for (std::size_t at = 1; at < records.size(); ++at)
    log_fit += fit(records[at], records.first(at));
  return log_fit;
}

}  // namespace sanaq::link
