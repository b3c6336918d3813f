#include "sanaq/link/group_chance.h"

#include <algorithm>
#include <numeric>

#include "sanaq/link/columns.h"
#include "sanaq/link/comparer.h"
#include "sanaq/link/drawn_pairs.h"
#include "sanaq/link/levels.h"
#include "sanaq/num/rng.h"

namespace sanaq::link {
namespace {

constexpr double pairs_to_draw = 1000000;

using ByGroup = std::vector<std::vector<double>>;  // [group][level]

// Records of one value, or with any, by list; pairs of them that may be one person, by group.
class RecordsByList {
 public:
  explicit RecordsByList(const PairSpace& space) : space_(space), counts_(space.list_count()) {}
  void add(std::uint32_t list) {
    if (counts_[list]++ == 0) lists_.push_back(list);
  }
  template <typename Add>
  void each_group(const Add& add) const {
    for (std::size_t a = 0; a < lists_.size(); ++a) {
      const double count = counts_[lists_[a]];
      if (!space_.one_per_person[lists_[a]])
        add(space_.group_of_lists(lists_[a], lists_[a]), count * (count - 1) / 2);
      for (std::size_t b = a + 1; b < lists_.size(); ++b)
        add(space_.group_of_lists(lists_[a], lists_[b]), count * counts_[lists_[b]]);
    }
  }
  void clear() {
    for (const std::uint32_t list : lists_) counts_[list] = 0;
    lists_.clear();
  }

 private:
  const PairSpace& space_;
  std::vector<std::uint32_t> counts_, lists_;
};

std::vector<double> filled_pairs(const Feature& feature, const PairSpace& space) {
  RecordsByList records(space);
  for (std::uint32_t at = 0; at < feature.codes.size(); ++at) {
    if (feature.codes[at] != 0) records.add(space.list_of[at]);
  }
  std::vector<double> pairs(space.groups_within().size());
  records.each_group([&](std::size_t group, double more) { pairs[group] += more; });
  return pairs;
}

// Pairs of records with the same value, by the value's level of equality.
ByGroup equal_pairs(const Feature& feature, const PairSpace& space) {
  ByGroup pairs(space.groups_within().size(), std::vector<double>(exact_levels));
  std::vector<std::vector<std::uint32_t>> lists_of(feature.counts.size());
  for (std::uint32_t at = 0; at < feature.codes.size(); ++at) {
    const std::uint32_t code = feature.codes[at];
    if (code != 0 && is_whole_value(feature, code)) lists_of[code].push_back(space.list_of[at]);
  }
  const std::uint32_t most = *std::max_element(feature.counts.begin() + 1, feature.counts.end());
  RecordsByList records(space);
  for (std::size_t code = 1; code < lists_of.size(); ++code) {
    const auto level = static_cast<std::size_t>(exact_level(feature.counts[code], most));
    for (const std::uint32_t list : lists_of[code]) records.add(list);
    records.each_group([&](std::size_t group, double more) { pairs[group][level] += more; });
    records.clear();
  }
  return pairs;
}

ByGroup drawn_levels(std::size_t f, Comparer& comparer, const PairSpace& space,
                     std::uint64_t seed) {
  const Feature& feature = comparer.features()[f];
  ByGroup drawn(space.groups_within().size(),
                std::vector<double>(static_cast<std::size_t>(level_count(feature.kind))));
  std::vector<Marked> records = records_to_draw_from(feature.codes, space.marks);
  const auto count = static_cast<double>(records.size());
  const double share = pairs_to_draw / std::max(1.0, count * (count - 1) / 2);
  for (const auto& [left, right] :
       drawn_pairs(std::move(records), share, num::Rng(seed, "link.group_chance", f).bits())) {
    if (!space.may_meet(left, right)) continue;
    const int level = comparer.compare_one(f, left, right);
    if (level != missing) drawn[space.group(left, right)][static_cast<std::size_t>(level)] += 1;
  }
  return drawn;
}

// Levels below equality by what was drawn, or by all pairs where that is little; they share what
// equality leaves.
std::vector<double> with_drawn(std::vector<double> u, const std::vector<double>& drawn,
                               const std::vector<double>& of_all) {
  constexpr double weight = 50;  // draws that all pairs count for
  const double draws = std::accumulate(drawn.begin() + exact_levels, drawn.end(), 0.0),
               all = std::accumulate(of_all.begin() + exact_levels, of_all.end(), 0.0);
  const double equal = std::accumulate(u.begin(), u.begin() + exact_levels, 0.0);
  for (std::size_t level = exact_levels; level < u.size(); ++level)
    u[level] = (drawn[level] + weight * of_all[level] / all) / (draws + weight) *
               std::max(1 - equal, 1e-6);
  const double sum = std::accumulate(u.begin(), u.end(), 0.0);
  for (double& share : u) share /= sum;
  return u;
}

}  // namespace

std::vector<std::vector<double>> chance_by_group(std::size_t f, Comparer& comparer,
                                                 const PairSpace& space,
                                                 const std::vector<double>& of_all,
                                                 std::uint64_t seed) {
  const Feature& feature = comparer.features()[f];
  if (space.list_count() < 2 || feature.kind == Kind::name || !feature.chance_within.empty() ||
      feature.chance_share > 0 || !feature.value_share.empty() || feature.filled < 2)
    return {};
  const std::vector<double> filled = filled_pairs(feature, space);
  const ByGroup equal = equal_pairs(feature, space), drawn = drawn_levels(f, comparer, space, seed);
  ByGroup chance;
  for (std::size_t group = 0; group < filled.size(); ++group) {
    std::vector<double> u = of_all;
    // That all pairs count for: on short lists most that are equal are matches.
    constexpr double usual_pairs = 1000;
    for (std::size_t level = 0; level < exact_levels; ++level)
      u[level] =
          (equal[group][level] + usual_pairs * of_all[level]) / (filled[group] + usual_pairs);
    chance.push_back(with_drawn(std::move(u), drawn[group], of_all));
  }
  return chance;
}

}  // namespace sanaq::link
