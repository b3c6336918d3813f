#include "sanaq/link/pattern_counts.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <tuple>

#include "sanaq/link/columns.h"
#include "sanaq/link/comparer.h"
#include "sanaq/link/level_weights.h"
#include "sanaq/link/levels.h"

namespace sanaq::link {
namespace {

constexpr double name_step_bits = 2.5;

std::uint64_t name_step(double bits) {
  return static_cast<std::uint64_t>(std::clamp(std::lround(bits / name_step_bits) + 7, 0L, 14L));
}

}  // namespace

double bits_of_name_step(std::uint64_t step) {
  return (static_cast<double>(step) - 7) * name_step_bits;
}

std::size_t PatternCounts::Hash::operator()(const Key& key) const {
  std::uint64_t hash =
      (key.levels ^ (static_cast<std::uint64_t>(key.fields ^ (key.sample << 16) ^
                                                (key.group << 21) ^ (key.rarity << 12))
                     << 40)) *
      0x9E3779B97F4A7C15ULL;
  return hash ^ (hash >> 29);
}

namespace {

// Levels with the steps of names in place of theirs.
std::uint64_t with_name_steps(Comparer& comparer, std::uint64_t levels, std::uint32_t left,
                              std::uint32_t right) {
  const auto& features = comparer.features();
  for (std::size_t f = 0; f < features.size(); ++f) {
    if (!has_text_weight(features, f) || ((levels >> (4 * f)) & 15U) == no_level) continue;
    levels &= ~(std::uint64_t{15} << (4 * f));
    levels |= name_step(comparer.name_bits(f, left, right)) << (4 * f);
  }
  return levels;
}

}  // namespace

std::uint32_t PatternCounts::add(Comparer& comparer, std::uint64_t levels, std::uint32_t left,
                                 std::uint32_t right, const Met& met) {
  std::uint64_t sharing = 0, shared = 0;
  for (std::size_t f = 0; f < comparer.features().size(); ++f) {
    if (comparer.features()[f].kind != Kind::name || ((levels >> (4 * f)) & 15U) == no_level)
      continue;
    const auto sharing_one = static_cast<std::uint64_t>(comparer.name_sharing(f, left, right));
    sharing += sharing_one;
    shared += sharing_one > 0;
    levels = with_name_steps(comparer, levels, left, right);
  }
  const std::uint32_t number = number_of({levels, met.fields, met.sample, met.group,
                                          static_cast<std::uint32_t>(std::bit_width(sharing))});
  Count& count = counts_[number].second;
  ++count.pairs;
  count.sharing += static_cast<std::int64_t>(sharing);
  count.shared += static_cast<std::int64_t>(shared);
  return number;
}

std::uint32_t PatternCounts::number_of(const Key& key) {
  if (counts_.size() * 2 >= places_.size()) grow();
  const std::size_t mask = places_.size() - 1;
  for (std::size_t at = Hash()(key) & mask;; at = (at + 1) & mask) {
    if (places_[at] == 0) {
      counts_.emplace_back(key, Count{});
      places_[at] = static_cast<std::uint32_t>(counts_.size());
    }
    const std::uint32_t number = places_[at] - 1;
    if (counts_[number].first == key) return number;
  }
}

void PatternCounts::grow() {
  places_.assign(std::max<std::size_t>(1024, places_.size() * 2), 0);
  const std::size_t mask = places_.size() - 1;
  for (std::size_t count = 0; count < counts_.size(); ++count) {
    std::size_t at = Hash()(counts_[count].first) & mask;
    while (places_[at] != 0) at = (at + 1) & mask;
    places_[at] = static_cast<std::uint32_t>(count + 1);
  }
}

void PatternCounts::add(const PatternCounts& other) {
  for (const auto& [key, count] : other.counts_) {
    Count& own = counts_[number_of(key)].second;
    own.pairs += count.pairs;
    own.sharing += count.sharing;
    own.shared += count.shared;
  }
  known_.insert(known_.end(), other.known_.begin(), other.known_.end());
  weights_.insert(other.weights_.begin(), other.weights_.end());
}

void PatternCounts::add_known(Comparer& comparer, const std::int8_t* levels, const KnownPair& pair,
                              bool is_candidate, std::uint32_t group) {
  known_.push_back({with_name_steps(comparer, pack_levels(levels, comparer.features().size()),
                                    pair.left, pair.right),
                    pair.match, is_candidate, group});
}

std::vector<PatternCounts::Pattern> PatternCounts::sorted() const {
  std::vector<std::pair<Key, Count>> counts(counts_.begin(), counts_.end());
  const auto key = [](const auto& entry) {
    return std::tie(entry.first.levels, entry.first.fields, entry.first.group, entry.first.rarity,
                    entry.first.sample);
  };
  std::sort(counts.begin(), counts.end(),
            [&](const auto& a, const auto& b) { return key(a) < key(b); });
  std::vector<Pattern> patterns;
  for (const auto& [of, seen] : counts) {
    const auto weight = weights_.find(of.sample);
    const double each = weight == weights_.end() ? 1 : weight->second;
    const double count = static_cast<double>(seen.pairs) * each,
                 sharing = static_cast<double>(seen.sharing) * each,
                 shared = static_cast<double>(seen.shared) * each;
    if (!patterns.empty() && patterns.back().levels == of.levels &&
        patterns.back().fields == of.fields && patterns.back().group == of.group &&
        patterns.back().rarity == of.rarity)
      patterns.back().count += count, patterns.back().squares += count * each,
          patterns.back().sharing += sharing, patterns.back().shared += shared;
    else
      patterns.push_back(
          {of.levels, of.fields, of.group, of.rarity, count, count * each, sharing, shared});
  }
  return patterns;
}

}  // namespace sanaq::link
