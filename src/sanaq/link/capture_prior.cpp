#include "sanaq/link/capture_prior.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include "sanaq/num/logspace.h"
#include "sanaq/num/special.h"

namespace sanaq::link {
namespace {

constexpr double usual_weight = 5;  // as many persons as what is usual counts for
constexpr std::size_t sizes_most = 60;

// Shares of 1, 2, ... learnt from counts, smoothed towards a geometric; both in logs.
std::vector<double> smoothed(const std::vector<double>& counts, double log_stay, double log_go) {
  double all = 0;
  for (std::size_t size = 1; size < counts.size(); ++size) all += counts[size];
  std::vector<double> learnt(std::min<std::size_t>(counts.size() + 1, sizes_most));
  for (std::size_t size = 1; size < learnt.size(); ++size) {
    const double seen = size < counts.size() ? counts[size] : 0;
    const double usual = std::exp(log_stay + static_cast<double>(size - 1) * log_go);
    learnt[size] = std::log((seen + usual_weight * usual) / (all + usual_weight));
  }
  return learnt;
}

// As num::log_factorial; small ones, which are asked for all the time, from a table.
double log_factorial(std::size_t n) {
  static const std::vector<double> small = [] {
    std::vector<double> values;
    for (std::int64_t at = 0; at < 64; ++at) values.push_back(num::log_factorial(at));
    return values;
  }();
  return n < small.size() ? small[n] : num::log_factorial(static_cast<std::int64_t>(n));
}

double mean_of(const std::vector<double>& counts) {
  double all = 0, sum = 0;
  for (std::size_t size = 1; size < counts.size(); ++size) {
    all += counts[size];
    sum += counts[size] * static_cast<double>(size);
  }
  return all > 0 ? std::max(sum / all, 1 + 1 / std::max(1.0, sum)) : 1;
}

}  // namespace

ListSet list_bit(std::uint32_t list) { return ListSet{1} << std::min<std::uint32_t>(list, 63); }

void CaptureCounts::add(std::span<const std::uint32_t> lists) {
  ListSet set = 0;
  for (std::size_t at = 0; at < lists.size(); ++at) {
    if ((set & list_bit(lists[at])) != 0 && lists[at] < 63) continue;
    set |= list_bit(lists[at]);
    if ((*one_per_person_)[lists[at]]) continue;
    const auto records = static_cast<std::size_t>(
        std::count(lists.begin() + static_cast<std::ptrdiff_t>(at), lists.end(), lists[at]));
    if (records >= repeats_.size()) repeats_.resize(records + 1);
    ++repeats_[records];
  }
  ++persons_[set];
}

void CaptureCounts::add(const CaptureCounts& other) {
  for (const auto& [set, count] : other.persons_) persons_[set] += count;
  if (other.repeats_.size() > repeats_.size()) repeats_.resize(other.repeats_.size());
  for (std::size_t records = 0; records < other.repeats_.size(); ++records)
    repeats_[records] += other.repeats_[records];
}

CapturePrior::CapturePrior(std::vector<double> list_sizes, std::vector<bool> one_per_person,
                           double matches, double matches_within)
    : sizes_(std::move(list_sizes)), one_per_person_(std::move(one_per_person)) {
  double records = 0, may_repeat = 0;
  for (std::size_t list = 0; list < sizes_.size(); ++list) {
    records += sizes_[list];
    if (!one_per_person_[list]) may_repeat += sizes_[list];
  }
  const bool is_one = sizes_.size() == 1;
  const double repeating = is_one ? matches : matches_within;
  const double repeat_mean = 1 + 2 * std::max(repeating, 0.5) / std::max(may_repeat, 1.0);
  log_repeat_stay_ = std::log(1 / repeat_mean);
  log_repeat_go_ = std::log(1 - 1 / repeat_mean);
  const double across = is_one ? 0 : std::max(matches - matches_within, 0.5);
  const double mean = 1 + 2 * across / std::max(records, 1.0);
  log_stay_ = std::log(1 / mean);
  log_go_ = is_one ? 0 : std::log(1 - 1 / mean);
  const double persons = std::max(1.0, records / (is_one ? repeat_mean : mean));
  set_pattern_model(persons, sizes_);
  log_backing_ = log_total_;
  log_norm_ = 0;
}

void CapturePrior::set_pattern_model(double persons, const std::vector<double>& persons_on_list) {
  log_total_ = std::log(std::max(1.0, persons));
  log_odds_.clear();
  std::vector<double> symmetric{1};
  for (const double on_list : persons_on_list) {
    const double share = std::clamp(on_list / std::max(1.0, persons), 1e-9, 0.95);
    const double odds = share / (1 - share);
    log_odds_.push_back(std::log(odds));
    symmetric.push_back(0);
    for (std::size_t size = symmetric.size() - 1; size > 0; --size)
      symmetric[size] += odds * symmetric[size - 1];
  }
  log_symmetric_.clear();
  for (const double value : symmetric) log_symmetric_.push_back(std::log(value));
}

double CapturePrior::log_sizes(std::size_t lists) const {
  return lists < log_learnt_.size() ? log_learnt_[lists]
                                    : log_stay_ + static_cast<double>(lists - 1) * log_go_;
}

double CapturePrior::log_repeat(std::size_t records) const {
  return records < log_repeats_learnt_.size()
             ? log_repeats_learnt_[records]
             : log_repeat_stay_ + static_cast<double>(records - 1) * log_repeat_go_;
}

double CapturePrior::log_usual(ListSet lists) const {
  const auto size = static_cast<std::size_t>(std::popcount(lists));
  double sum = log_sizes(size) - log_symmetric_[size];
  for (std::size_t list = 0; list < std::min<std::size_t>(64, log_odds_.size()); ++list) {
    if ((lists >> list) & 1U) sum += log_odds_[list];
  }
  return sum;
}

double CapturePrior::log_persons(ListSet lists) const {
  const auto known = log_theta_.find(lists);
  return known != log_theta_.end() ? known->second : log_backing_ + log_usual(lists) - log_norm_;
}

double CapturePrior::log_repeats(std::span<const std::uint32_t> lists) const {
  double sum = 0;
  for (std::size_t at = 0; at < lists.size(); ++at) {
    if (one_per_person_[lists[at]]) continue;
    const auto begin = lists.begin();
    if (std::find(begin, begin + static_cast<std::ptrdiff_t>(at), lists[at]) !=
        begin + static_cast<std::ptrdiff_t>(at))
      continue;
    const auto records = static_cast<std::size_t>(
        std::count(begin + static_cast<std::ptrdiff_t>(at), lists.end(), lists[at]));
    sum += log_repeat(records) + log_factorial(records);
  }
  return sum;
}

void CapturePrior::learn(const CaptureCounts& counts) {
  std::vector<double> on_list(sizes_.size()), sizes(2), repeats(2);
  double persons = 0;
  for (const auto& [set, count] : counts.persons_) {
    const auto size = static_cast<std::size_t>(std::popcount(set));
    if (size >= sizes.size()) sizes.resize(size + 1);
    sizes[size] += static_cast<double>(count);
    persons += static_cast<double>(count);
    for (std::size_t list = 0; list < on_list.size(); ++list) {
      if (set & list_bit(static_cast<std::uint32_t>(list)))
        on_list[list] += static_cast<double>(count);
    }
  }
  if (persons <= 0) return;
  for (std::size_t records = 1; records < counts.repeats_.size(); ++records) {
    if (records >= repeats.size()) repeats.resize(records + 1);
    repeats[records] = static_cast<double>(counts.repeats_[records]);
  }
  log_stay_ = -std::log(mean_of(sizes));
  log_go_ = sizes_.size() == 1 ? 0 : std::log(1 - 1 / mean_of(sizes));
  log_learnt_ = smoothed(sizes, log_stay_, log_go_);
  log_repeat_stay_ = -std::log(mean_of(repeats));
  log_repeat_go_ = std::log(1 - 1 / mean_of(repeats));
  log_repeats_learnt_ = smoothed(repeats, log_repeat_stay_, log_repeat_go_);
  set_pattern_model(persons, on_list);
  const double backing = usual_weight + static_cast<double>(counts.persons_.size());
  log_norm_ = std::log((persons + backing) / persons);
  log_backing_ = std::log(backing);
  log_theta_.clear();
  for (const auto& [set, count] : counts.persons_)
    log_theta_[set] =
        std::log(static_cast<double>(count) + backing * std::exp(log_usual(set))) - log_norm_;
}

}  // namespace sanaq::link
