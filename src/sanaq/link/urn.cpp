#include "sanaq/link/urn.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <limits>

#include "sanaq/link/columns.h"
#include "sanaq/link/comparer.h"
#include "sanaq/link/level_weights.h"
#include "sanaq/link/levels.h"
#include "sanaq/link/pair_model.h"
#include "sanaq/link/score.h"
#include "sanaq/link/twins.h"

namespace sanaq::link {
namespace {

// A further row of a person on one list agrees and errs with the rows before it more than its
// fields say, since rows are copied from each other.
constexpr double further_tau_of_list = 0.85;
constexpr float not_filled = -1.0F;
constexpr std::size_t memory_most = std::size_t{1} << 26;  // numbers remembered: a quarter of a GiB

// m/u of the level that tells most against two records, of those that are met at all: of dates of
// one month it is another day, not another year.
double least_ratio(Kind kind, const std::vector<double>& m, const std::vector<double>& u) {
  constexpr double met = 0.001;
  double least = 1;
  for (std::size_t level = 0; level < m.size(); ++level) {
    if (u[level] >= met && !is_exact(kind, static_cast<int>(level)))
      least = std::min(least, std::exp(level_log_ratio(kind, m, u, level)));
  }
  return least;
}

// The same on whichever lists it is least.
double least_ratio(Kind kind, const FieldModel& field) {
  double least = least_ratio(kind, field.m, field.u);
  for (const FieldModel::OfGroup& group : field.by_group)
    least = std::min(least, least_ratio(kind, group.m, group.u));
  return least;
}

std::size_t group_count(const PairModel& model) {
  return model.space ? model.space->groups_within().size() : 1;
}

// Of matches that differ, how many do because of the one record and not of the other.
double own_slips(Kind kind, const std::vector<double>& m) {
  const double differing = differing_share(kind, m);
  return (1 - std::sqrt(1 - differing)) / differing;
}

}  // namespace

Urn::Urn(const PairModel& model, Comparer& comparer)
    : model_(&model),
      comparer_(&comparer),
      field_count_(model.fields.size()),
      counted_(model.differences.counted()),
      place_(std::size_t{1} << 24) {
  for (std::size_t f = 0; f < field_count_; ++f) {
    const FieldModel& field = model.fields[f];
    const bool named = has_text_weight(comparer.features(), f);
    const double differs =
        named ? 0.02 : std::clamp(least_ratio(comparer.features()[f].kind, field), 1e-4, 0.9);
    const double eps = 0.5 * differs;
    const double rest = (differs - eps) / (1 - eps);
    eps_.push_back(eps);
    theta_.push_back(rest / (1 - rest));
    is_name_.push_back(comparer.features()[f].kind == Kind::name && !named);
  }
  for (std::size_t group = 0; group < group_count(model); ++group) {
    own_slips_.emplace_back();
    for (std::size_t f = 0; f < field_count_; ++f) {
      const FieldModel& field = model.fields[f];
      own_slips_.back().push_back(own_slips(
          comparer.features()[f].kind, field.by_group.empty() ? field.m : field.by_group[group].m));
    }
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
  memory_.push_back(static_cast<float>(
      most_of_twins(*model_, comparer_->features(), levels.data(), first, second)));
  return &memory_[memory_.size() - field_count_ - 2];
}

std::size_t Urn::group_of(std::uint32_t left, std::uint32_t right) const {
  return model_->space ? model_->space->group(left, right) : 0;
}

// Of one record: m/u again.
double Urn::ratio_alone(std::size_t f, double kappa) const {
  return eps_[f] + (1 - eps_[f]) * (theta_[f] + kappa) / (theta_[f] + 1);
}

void Urn::hear(std::size_t f, double kappa, Said& said) const {
  said.kappas += kappa;
  said.count += 1;
  if (!is_name_[f]) return;
  const double log_ratio = std::log(ratio_alone(f, kappa));
  said.telling += std::abs(log_ratio);
  said.told += std::abs(log_ratio) * log_ratio;
  said.is_denied = said.is_denied || log_ratio < 0;
}

double Urn::log_ratio(std::size_t f, const Said& said) const {
  if (!said.agrees) {
    const double own = said.slips / said.count;
    return std::log(ratio_alone(f, said.kappas / said.count) * (own + (1 - own) / said.count));
  }
  if (said.is_denied) return said.told / said.telling;
  return std::log(eps_[f] + (1 - eps_[f]) * (theta_[f] + said.kappas) / (theta_[f] + said.count));
}

double Urn::fit(std::uint32_t record, std::span<const std::uint32_t> group) {
  std::array<Said, 32> said{};
  // A twin of every member; one whose own name is there is none.
  double most = group.empty() ? 0 : -std::numeric_limits<double>::infinity();
  for (const std::uint32_t member : group) {
    const float* kappa = kappas(record, member);
    const auto differing = static_cast<std::uint32_t>(kappa[field_count_]);
    const std::vector<double>& own_slips = own_slips_[group_of(record, member)];
    most = std::max(most, static_cast<double>(kappa[field_count_ + 1]));
    for (std::size_t f = 0; f < field_count_; ++f) {
      if (kappa[f] < 0) continue;
      hear(f, static_cast<double>(kappa[f]), said[f]);
      said[f].slips += own_slips[f];
      said[f].agrees = said[f].agrees || ((differing >> f) & 1U) == 0;
    }
  }
  double log_fit = 0;
  std::uint32_t filled = 0, agreeing = 0;
  for (std::size_t f = 0; f < field_count_; ++f) {
    if (said[f].count <= 0) continue;
    log_fit += log_ratio(f, said[f]);
    filled |= 1U << f;
    agreeing |= said[f].agrees ? 1U << f : 0U;
  }
  if (filled != 0) {
    std::vector<double>& by_count = differences_[filled];
    if (by_count.empty()) by_count = difference_log_ratios(model_->differences, filled);
    log_fit += by_count[static_cast<std::size_t>(std::popcount(filled & ~agreeing & counted_))];
  }
  return std::min(most, group.size() > 1 ? tau(record, group) * log_fit : log_fit);
}

double Urn::tau(std::uint32_t record, std::span<const std::uint32_t> group) const {
  constexpr double none = 1;
  if (!model_->space) return none;
  const std::vector<std::uint32_t>& list_of = model_->space->list_of;
  const bool is_of_list = std::any_of(group.begin(), group.end(), [&](std::uint32_t member) {
    return list_of[member] == list_of[record];
  });
  return is_of_list ? further_tau_of_list : none;
}

double Urn::together(std::span<const std::uint32_t> records) {
  double log_fit = 0;
  for (std::size_t at = 1; at < records.size(); ++at)
    log_fit += fit(records[at], records.first(at));
  return log_fit;
}

}  // namespace sanaq::link
