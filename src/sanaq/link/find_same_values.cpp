#include "sanaq/link/find_same_values.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numeric>

#include "sanaq/link/columns.h"
#include "sanaq/link/comparer.h"
#include "sanaq/link/levels.h"
#include "sanaq/link/model.h"
#include "sanaq/link/name_columns.h"
#include "sanaq/link/pair_model.h"
#include "sanaq/link/pair_scorer.h"
#include "sanaq/link/score.h"
#include "sanaq/num/logspace.h"

namespace sanaq::link {
namespace {

constexpr double sure_odds = 19;         // of one person, by the other fields
constexpr std::int64_t pairs_least = 3;  // of records that have the two values
constexpr double chance_most = 1e-3;     // that any two values of a column seem to mean the same
constexpr std::size_t values_most = 20000;

// Two lists, the first with the lower number, and a value of each.
struct Beside {
  std::uint32_t list_a = 0, list_b = 0, value_a = 0, value_b = 0;
  auto operator<=>(const Beside&) const = default;
};
using Counts = std::map<Beside, std::int64_t>;  // of one feature

// Records of each list with each value.
std::vector<std::vector<std::uint32_t>> records_by_list(const Feature& feature,
                                                        const PairSpace& space) {
  std::vector<std::vector<std::uint32_t>> records(
      space.list_count(), std::vector<std::uint32_t>(feature.values.size()));
  for (std::size_t at = 0; at < feature.codes.size(); ++at)
    ++records[space.list_of[at]][feature.codes[at]];
  return records;
}

bool is_of_words(const Feature& feature) {
  if (feature.kind != Kind::text && feature.kind != Kind::category) return false;
  const auto field = record::field_from_name(feature.column);
  return feature.values.size() <= values_most &&
         (!field || !(is_name_part(*field) || field == record::Field::name));
}

// Of the records of list a that have a value, the share whose value list b has too.
double shared_with(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
  double all = 0, shared = 0;
  for (std::size_t value = 1; value < a.size(); ++value) {
    all += a[value];
    if (b[value] > 0) shared += a[value];
  }
  return all > 0 ? shared / all : 1;
}

// What stands beside two values over all two lists of which one has the first and one the second.
struct Meeting {
  double together = 0, of_first = 0, of_second = 0, by_chance = 0;
};

class Meetings {
 public:
  Meetings(const Counts& counts, const std::vector<std::vector<std::uint32_t>>& records)
      : counts_(&counts), records_(&records) {
    for (const auto& [beside, pairs] : counts) {
      OfLists& of = by_lists_[{beside.list_a, beside.list_b}];
      of.all += static_cast<double>(pairs);
      of.a[beside.value_a] += static_cast<double>(pairs);
      of.b[beside.value_b] += static_cast<double>(pairs);
    }
  }
  // Of two different values that stood beside each other often enough; the lower value first.
  // `looked_at`: how many stood beside each other at all.
  [[nodiscard]] std::map<std::pair<std::uint32_t, std::uint32_t>, Meeting> frequent(
      std::size_t& looked_at) const {
    std::map<std::pair<std::uint32_t, std::uint32_t>, Meeting> meetings;
    for (const auto& [beside, pairs] : *counts_) {
      if (beside.value_a != beside.value_b)
        meetings[std::minmax(beside.value_a, beside.value_b)].together +=
            static_cast<double>(pairs);
    }
    looked_at = meetings.size();
    std::erase_if(meetings, [](const auto& of) {
      return of.second.together < static_cast<double>(pairs_least);
    });
    for (auto& [values, meeting] : meetings) {
      for (const auto& [lists, of] : by_lists_) {
        add(lists, of, values.first, values.second, meeting);
        add(lists, of, values.second, values.first, meeting);
      }
    }
    return meetings;
  }

 private:
  struct OfLists {
    double all = 0;
    std::map<std::uint32_t, double> a, b;
  };
  static double at(const std::map<std::uint32_t, double>& of, std::uint32_t value) {
    const auto found = of.find(value);
    return found == of.end() ? 0 : found->second;
  }
  // `x` on the first of the lists and `y` on the second, where both are said there at all.
  void add(const std::pair<std::uint32_t, std::uint32_t>& lists, const OfLists& of, std::uint32_t x,
           std::uint32_t y, Meeting& meeting) const {
    if ((*records_)[lists.first][x] == 0 || (*records_)[lists.second][y] == 0) return;
    const double with_x = at(of.a, x), with_y = at(of.b, y);
    const bool is_second = x > y;  // x is the second of the two values
    (is_second ? meeting.of_second : meeting.of_first) += with_x;
    (is_second ? meeting.of_first : meeting.of_second) += with_y;
    meeting.by_chance += with_x * with_y / std::max(1.0, of.all);
  }
  const Counts* counts_;
  const std::vector<std::vector<std::uint32_t>>* records_;
  std::map<std::pair<std::uint32_t, std::uint32_t>, OfLists> by_lists_;
};

// Natural log of a bound on the probability of `seen` or more where `expected` are (Chernoff).
double log_tail(double seen, double expected) {
  if (seen <= expected) return 0;
  return seen - expected - seen * std::log(seen / std::max(expected, 1e-9));
}

bool mean_the_same(const Meeting& meeting, std::size_t looked_at) {
  if (2 * meeting.together <= std::max(meeting.of_first, meeting.of_second)) return false;
  return log_tail(meeting.together, meeting.by_chance) <
         std::log(chance_most / static_cast<double>(looked_at));
}

SameValues groups_of(const Feature& feature, const Counts& counts, const PairSpace& space) {
  const auto records = records_by_list(feature, space);
  std::size_t looked_at = 0;
  const auto meetings = Meetings(counts, records).frequent(looked_at);
  std::vector<std::uint32_t> first(feature.values.size());
  std::iota(first.begin(), first.end(), 0U);
  const auto root = [&](std::uint32_t value) {
    while (first[value] != value) value = first[value];
    return value;
  };
  for (const auto& [values, meeting] : meetings) {
    if (mean_the_same(meeting, looked_at))
      first[std::max(root(values.first), root(values.second))] =
          std::min(root(values.first), root(values.second));
  }
  std::map<std::uint32_t, std::vector<std::uint32_t>> groups;
  for (std::uint32_t value = 1; value < first.size(); ++value) groups[root(value)].push_back(value);
  SameValues same{feature.column, {}};
  for (auto& [value, group] : groups) {
    if (group.size() < 2) continue;
    std::stable_sort(group.begin(), group.end(), [&](std::uint32_t a, std::uint32_t b) {
      return feature.counts[a] > feature.counts[b];
    });
    same.groups.emplace_back();
    for (const std::uint32_t of : group) same.groups.back().push_back(feature.values[of]);
  }
  return same;
}

using OfFeatures = std::vector<Counts>;

// What stands beside what in pairs of two lists that the other fields hold for one person.
class SurePairs {
 public:
  SurePairs(const std::vector<Feature>& features, const std::vector<bool>& may,
            const PairSpace& space, const PairModel& model)
      : features_(features),
        may_(may),
        space_(space),
        model_(model),
        prior_(num::logit(std::clamp(model.prior_match, 1e-12, 0.5))) {}

  void count(const MetPair& pair, PairScorer& scorer, Comparer& comparer,
             OfFeatures& counts) const {
    if (space_.list_of[pair.left] == space_.list_of[pair.right]) return;
    constexpr double field_most = 7;  // what one such column may weigh against a match, at most
    const double least = std::log(sure_odds) - field_most - prior_;
    if (scorer.most(pair.levels, pair.left, pair.right, least).log_ratio < least) return;
    const double log_odds = prior_ + scorer.log_ratio(pair.levels, pair.left, pair.right);
    std::array<std::int8_t, 32> levels{};
    unpack_levels(pair.levels, features_.size(), levels.data());
    std::uint32_t a = pair.left, b = pair.right;
    if (space_.list_of[a] > space_.list_of[b]) std::swap(a, b);
    for (std::size_t f = 0; f < features_.size(); ++f) {
      if (!may_[f] || levels[f] == missing || (pair.fields & (1U << f)) == 0) continue;
      const double by_others =
          log_odds - field_log_ratio(model_, comparer, levels.data(), f, pair.left, pair.right);
      if (by_others < std::log(sure_odds)) continue;
      ++counts[f][{space_.list_of[a], space_.list_of[b], features_[f].codes[a],
                   features_[f].codes[b]}];
    }
  }

 private:
  const std::vector<Feature>& features_;
  const std::vector<bool>& may_;
  const PairSpace& space_;
  const PairModel& model_;
  double prior_;
};

}  // namespace

std::vector<bool> may_have_same_values(const std::vector<Feature>& features,
                                       const PairSpace& space) {
  constexpr double shared_most = 0.5;
  std::vector<bool> may(features.size());
  for (std::size_t f = 0; f < features.size() && space.list_count() > 1; ++f) {
    if (!is_of_words(features[f])) continue;
    const auto records = records_by_list(features[f], space);
    for (std::size_t b = 0; b < records.size(); ++b) {
      for (std::size_t a = 0; a < b; ++a)
        may[f] = may[f] || std::min(shared_with(records[a], records[b]),
                                    shared_with(records[b], records[a])) < shared_most;
    }
  }
  return may;
}

std::vector<SameValues> find_same_values(const std::vector<Rule>& rules,
                                         const std::vector<Key>& keys, const PairSpace& space,
                                         const Columns& columns, const PairModel& model,
                                         Comparers& comparers, Workers& workers,
                                         base::Progress& progress) {
  const std::vector<Feature>& features = columns.features;
  const std::vector<bool> may = may_have_same_values(features, space);
  if (std::find(may.begin(), may.end(), true) == may.end()) return {};
  const SurePairs sure(features, may, space, model);
  Workers::PerThread<OfFeatures> parts(
      [&] { return std::make_unique<OfFeatures>(features.size()); });
  Workers::PerThread<PairScorer> scorers(
      [&] { return std::make_unique<PairScorer>(model, comparers.here()); });
  const auto begin = [&](std::size_t, std::size_t) -> Visit {
    return [&, &counts = parts.here(), &scorer = scorers.here(),
            &comparer = comparers.here()](std::span<const MetPair> pairs) {
      for (const MetPair& pair : pairs) sure.count(pair, scorer, comparer, counts);
    };
  };
  visit_pairs(rules, keys, space, columns.is_linkable, comparers, workers, progress,
              {[](std::size_t) {}, begin});
  OfFeatures all(features.size());
  parts.each([&](const OfFeatures& part) {
    for (std::size_t f = 0; f < part.size(); ++f) {
      for (const auto& [beside, pairs] : part[f]) all[f][beside] += pairs;
    }
  });
  std::vector<SameValues> same;
  for (std::size_t f = 0; f < features.size(); ++f) {
    if (!may[f]) continue;
    SameValues found = groups_of(features[f], all[f], space);
    if (!found.groups.empty()) same.push_back(std::move(found));
  }
  return same;
}

}  // namespace sanaq::link
