#include "sanaq/link/other_thresholds.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "sanaq/num/logspace.h"

namespace sanaq::link {
namespace {

constexpr double least_told = 0.001;

std::int64_t pairs_of(std::int64_t records) { return records * (records - 1) / 2; }

}  // namespace

std::vector<double> thresholds_told(int count) {
  std::vector<double> thresholds;
  const double end = -num::logit(least_told);
  for (int at = 0; at < count; ++at)
    thresholds.push_back(num::inverse_logit(count == 1 ? 0 : end * (2.0 * at / (count - 1) - 1)));
  return thresholds;
}

void add_difference(std::span<const std::size_t> settled, std::span<const std::size_t> other,
                    std::span<const std::uint32_t> sizes, AtThreshold& told) {
  std::map<std::size_t, std::int64_t> records_settled, records_other;
  std::map<std::pair<std::size_t, std::size_t>, std::int64_t> records_of_both;
  for (std::size_t at = 0; at < sizes.size(); ++at) {
    records_settled[settled[at]] += sizes[at];
    records_other[other[at]] += sizes[at];
    records_of_both[{settled[at], other[at]}] += sizes[at];
  }
  std::int64_t in_both = 0;
  for (const auto& [groups, records] : records_of_both) in_both += pairs_of(records);
  for (const auto& [group, records] : records_other) told.made += pairs_of(records);
  for (const auto& [group, records] : records_settled) told.lost += pairs_of(records);
  told.made -= in_both;
  told.lost -= in_both;
  told.persons += static_cast<std::int64_t>(records_other.size()) -
                  static_cast<std::int64_t>(records_settled.size());
}

OtherThresholds::OtherThresholds(const std::vector<double>& thresholds, double settled,
                                 const std::vector<std::uint32_t>& sizes)
    : settled_(settled), sizes_(sizes) {
  for (const double threshold : thresholds) told_.push_back({threshold, 0, 0, 0});
}

void OtherThresholds::look_at(Component& component, const Surroundings& around) {
  std::vector<std::uint32_t> sizes;
  for (const std::uint32_t unit : component.units()) sizes.push_back(sizes_[unit]);
  // Groups by their first unit, so that equal partitions are equal.
  const auto settle = [&](double threshold) {
    component.settle(around, threshold);
    std::map<std::size_t, std::size_t> first;
    Partition partition;
    for (const std::size_t group : component.group_of())
      partition.push_back(first.emplace(group, partition.size()).first->second);
    return partition;
  };
  const Partition settled = settle(settled_), at_first = settle(told_.front().threshold),
                  at_last = settle(told_.back().threshold);
  add_difference(settled, at_first, sizes, told_.front());
  if (told_.size() == 1) return;
  add_difference(settled, at_last, sizes, told_.back());
  tell(0, told_.size() - 1, settled, at_first, at_last, sizes, component, around);
}

// Between two thresholds that make the same persons every other makes them too, as nearly all do;
// so few need to be tried.
void OtherThresholds::tell(std::size_t from, std::size_t to, const Partition& settled,
                           const Partition& at_from, const Partition& at_to,
                           const std::vector<std::uint32_t>& sizes, Component& component,
                           const Surroundings& around) {
  if (to - from < 2) return;
  if (at_from == at_to) {
    if (at_from == settled) return;
    for (std::size_t at = from + 1; at < to; ++at)
      add_difference(settled, at_from, sizes, told_[at]);
    return;
  }
  const std::size_t middle = (from + to) / 2;
  component.settle(around, told_[middle].threshold);
  std::map<std::size_t, std::size_t> first;
  Partition partition;
  for (const std::size_t group : component.group_of())
    partition.push_back(first.emplace(group, partition.size()).first->second);
  add_difference(settled, partition, sizes, told_[middle]);
  tell(from, middle, settled, at_from, partition, sizes, component, around);
  tell(middle, to, settled, partition, at_to, sizes, component, around);
}

void OtherThresholds::look_at(TwoUnits& component, const Surroundings&) {
  const auto [left, right] = component.units();
  const double together = component.pair_probability(left, right);
  const std::int64_t pairs = std::int64_t{sizes_[left]} * sizes_[right];
  const bool are_one = together > settled_;
  for (AtThreshold& told : told_) {
    if ((together > told.threshold) == are_one) continue;
    (are_one ? told.lost : told.made) += pairs;
    told.persons += are_one ? 1 : -1;
  }
}

void OtherThresholds::add_to(std::vector<AtThreshold>& told) const {
  for (std::size_t at = 0; at < told.size(); ++at) {
    told[at].persons += told_[at].persons;
    told[at].made += told_[at].made;
    told[at].lost += told_[at].lost;
  }
}

}  // namespace sanaq::link
