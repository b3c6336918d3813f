#include "sanaq/link/comparer.h"

#include <algorithm>
#include <bit>

#include "sanaq/link/columns.h"
#include "sanaq/link/levels.h"
#include "sanaq/link/names.h"

namespace sanaq::link {
namespace {
constexpr std::size_t remembered_most = std::size_t{1} << 22;
constexpr std::size_t met_names_most = 250000;

bool is_of(const MetNames& names, const Feature& feature) {
  return feature.kind == Kind::name && names.values == feature.values &&
         names.counts == feature.counts;
}
}  // namespace

Comparer::Known::Known(const std::vector<Feature>& features) : quick(features) {
  for (const Feature& feature : features) {
    const std::uint32_t most =
        feature.counts.size() < 2
            ? 1
            : *std::max_element(feature.counts.begin() + 1, feature.counts.end());
    std::vector<std::int8_t>& level = level_of_equal.emplace_back();
    for (const std::uint32_t count : feature.counts)
      level.push_back(
          static_cast<std::int8_t>(exact_level(std::max<std::uint32_t>(count, 1), most)));
    for (std::size_t code = 1; code < feature.dates.size(); ++code) {
      // The same year or month twice: as little known, but as good as a day within a year.
      if (!is_whole_value(feature, code))
        level[code] = feature.dates[code]->approximate ? known_wide_level : known_year_level;
    }
  }
}

Comparer::Comparer(const std::vector<Feature>& features)
    : Comparer(features, std::make_shared<const Known>(features)) {}

Comparer::Comparer(const std::vector<Feature>& features, std::shared_ptr<const Known> known)
    : features_(&features),
      known_(std::move(known)),
      memory_(features.size(), FlatTable<MetValues>(remembered_most)) {}

Comparer Comparer::afresh(const std::vector<MetNames>& met) const {
  Comparer other(*features_, known_);
  for (const MetNames& names : met) {
    for (std::size_t f = 0; f < features_->size(); ++f) {
      if (is_of(names, (*features_)[f])) other.memory_[f] = names.met;
    }
  }
  return other;
}

void Comparer::add_met_names(std::vector<MetNames>& met) const {
  for (std::size_t f = 0; f < features_->size(); ++f) {
    const Feature& feature = (*features_)[f];
    if (feature.kind != Kind::name) continue;
    auto names = std::find_if(met.begin(), met.end(),
                              [&](const MetNames& known) { return is_of(known, feature); });
    if (names == met.end())
      names = met.insert(met.end(),
                         {feature.values, feature.counts, FlatTable<MetValues>(remembered_most)});
    if (names->met.size() + memory_[f].size() > met_names_most) continue;
    memory_[f].each([&](std::uint64_t key, const MetValues& value) {
      bool is_new = false;
      *names->met.find(key, is_new) = value;
    });
  }
}

const MetValues& Comparer::meet_values(std::size_t feature, std::uint32_t left,
                                       std::uint32_t right) {
  const std::uint64_t key = key_of(left, right);
  bool is_new = false;
  MetValues* met = memory_[feature].find(key, is_new);
  if (!is_new) return *met;
  const Feature& column = (*features_)[feature];
  if (column.kind == Kind::name) {
    const NameMeeting found =
        meet(column.names[std::min(left, right)], column.names[std::max(left, right)]);
    *met = {static_cast<std::int8_t>(found.agreement), static_cast<float>(found.weight_bits),
            static_cast<float>(column.sounds_of_names->sharing(left, right))};
  } else {
    *met = {
        static_cast<std::int8_t>(fuzzy_level(column, std::min(left, right), std::max(left, right))),
        0.0F, 0.0F};
  }
  return *met;
}

// Only the left record's value is looked for: "a b" and "c a" have one value in common and count it
// once.
bool Comparer::is_swapped(std::size_t feature, std::uint32_t left, std::uint32_t right) const {
  const Feature& here = (*features_)[feature];
  const std::uint32_t* codes = known_->quick.codes(right);
  const std::uint32_t looked_for = here.shared[known_->quick.codes(left)[feature]];
  return std::any_of(here.swaps_with.begin(), here.swaps_with.end(), [&](std::size_t other) {
    return codes[other] != 0 && (*features_)[other].shared[codes[other]] == looked_for;
  });
}

int Comparer::level_of_values(std::size_t feature, std::uint32_t left, std::uint32_t right) {
  if (!left || !right) return missing;
  if ((*features_)[feature].kind == Kind::name) return meet_values(feature, left, right).level;
  if (left == right) return known_->level_of_equal[feature][left];
  const int level = known_->quick.level(feature, left, right);
  return level != QuickLevels::unknown ? level : meet_values(feature, left, right).level;
}

namespace {
constexpr int part_level = near_level + 2, swapped_level = near_level + 4;
}

int Comparer::compare_one(std::size_t feature, std::uint32_t left, std::uint32_t right) {
  const Feature& column = (*features_)[feature];
  return compare_one(feature, Coded{left, column.codes[left]}, Coded{right, column.codes[right]});
}

int Comparer::compare_one(std::size_t feature, const Coded& left, const Coded& right) {
  const int level = level_of_values(feature, left.code, right.code);
  if (level >= part_level && !(*features_)[feature].swaps_with.empty() &&
      is_swapped(feature, left.record, right.record))
    return swapped_level;
  return level;
}

int Comparer::open_level(std::size_t feature, const Coded& left, const Coded& right) {
  const int level = meet_values(feature, left.code, right.code).level;
  return level >= part_level && !(*features_)[feature].swaps_with.empty() &&
                 is_swapped(feature, left.record, right.record)
             ? swapped_level
             : level;
}

std::uint64_t Comparer::closed(std::uint64_t levels, std::uint32_t open, std::uint32_t left,
                               std::uint32_t right) {
  for (; open != 0; open &= open - 1) {
    const auto f = static_cast<std::size_t>(std::countr_zero(open));
    levels &= ~(std::uint64_t{15} << (4 * f));
    const Coded a{left, known_->quick.codes(left)[f]}, b{right, known_->quick.codes(right)[f]};
    levels |= static_cast<std::uint64_t>(open_level(f, a, b)) << (4 * f);
  }
  return levels;
}

void Comparer::compare(std::uint32_t left, std::uint32_t right, std::int8_t* levels) {
  const std::uint32_t *a = known_->quick.codes(left), *b = known_->quick.codes(right);
  for (std::size_t f = 0; f < features_->size(); ++f) {
    int level = level_of_values(f, a[f], b[f]);
    if (level >= part_level && !(*features_)[f].swaps_with.empty() && is_swapped(f, left, right))
      level = swapped_level;
    levels[f] = static_cast<std::int8_t>(level);
  }
}

double Comparer::name_sharing(std::size_t feature, std::uint32_t left, std::uint32_t right) {
  const Feature& column = (*features_)[feature];
  const MetValues& met = meet_values(feature, column.codes[left], column.codes[right]);
  return std::max(0.0, static_cast<double>(met.sharing) - 1);
}

double Comparer::name_bits(std::size_t feature, std::uint32_t left, std::uint32_t right) {
  const Feature& column = (*features_)[feature];
  return static_cast<double>(meet_values(feature, column.codes[left], column.codes[right]).bits);
}

}  // namespace sanaq::link
