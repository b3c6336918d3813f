#include "sanaq/link/frequencies.h"

#include <algorithm>
#include <numeric>

#include "sanaq/link/columns.h"
#include "sanaq/link/comparer.h"
#include "sanaq/link/drawn_pairs.h"
#include "sanaq/link/levels.h"
#include "sanaq/num/rng.h"

namespace sanaq::link {
namespace {

constexpr double pairs_to_draw = 1000000, pairs_to_draw_given = 60000;

double pairs_of(std::size_t records) {
  const auto count = static_cast<double>(records);
  return count * (count - 1) / 2;
}

// Equality: sum of c (c - 1) / (n (n - 1)) over the values of each level.
std::vector<double> exact_chance(const Feature& feature) {
  std::vector<double> share(exact_levels);
  const std::uint32_t most = *std::max_element(feature.counts.begin() + 1, feature.counts.end());
  const auto filled = static_cast<double>(feature.filled);
  for (std::size_t code = 1; code < feature.counts.size(); ++code) {
    const auto count = static_cast<double>(feature.counts[code]);
    if (count > 1 && is_whole_value(feature, code))
      share[static_cast<std::size_t>(exact_level(feature.counts[code], most))] +=
          count * (count - 1) / (filled * (filled - 1));
  }
  const double all = std::accumulate(share.begin(), share.end(), 0.0);
  if (feature.chance_share > 0 && all > 0) {
    for (double& part : share) part *= feature.chance_share / all;
  }
  return share;
}

// Of days with two neighbouring digits exchanged there are too few among drawn pairs to count.
double exchanged_chance(const Feature& feature) {
  const auto filled = static_cast<double>(feature.filled);
  double pairs = 0;
  for (std::size_t code = 1; code < feature.values.size(); ++code) {
    std::string other = feature.values[code];
    if (other.size() != 8) continue;
    for (std::size_t at = 1; at < other.size(); ++at) {
      if (other[at - 1] >= other[at]) continue;  // the later of the two finds the earlier
      std::swap(other[at - 1], other[at]);
      const auto found = std::lower_bound(feature.values.begin() + 1, feature.values.end(), other);
      if (found != feature.values.end() && *found == other)
        pairs += static_cast<double>(feature.counts[code]) *
                 feature.counts[static_cast<std::size_t>(found - feature.values.begin())];
      std::swap(other[at - 1], other[at]);
    }
  }
  return (2 * pairs + 1) / std::max(1.0, filled * (filled - 1));
}

// A level that was not seen is held to be half a pair among as many as there are, not among as many
// as were drawn: of few records the same pairs are drawn again and again.
void blend_drawn(std::vector<double>& u, const Feature& feature) {
  const double total = std::accumulate(u.begin(), u.end(), 0.0);
  const auto filled = static_cast<double>(feature.filled);
  const double there = std::max(1.0, filled * (filled - 1) / 2);
  const double half = 0.5 * std::max(1.0, total / there);
  for (double& share : u) share = (share + half) / (total + half * static_cast<double>(u.size()));
  if (feature.kind == Kind::name || feature.filled < 2) return;
  if (feature.kind == Kind::date) u[exchanged_digits] = exchanged_chance(feature);
  const std::vector<double> exact = exact_chance(feature);
  const double exact_all = std::accumulate(exact.begin(), exact.end(), 0.0);
  const double rest = std::accumulate(u.begin() + exact_levels, u.end(), 0.0);
  for (std::size_t level = 0; level < u.size(); ++level) {
    u[level] = level < exact_levels ? std::max(exact[level], 1e-9)
                                    : u[level] / rest * std::max(1 - exact_all, 1e-6);
  }
}

// Equality as it is within lists, where that is known; the other levels share the rest.
void take_chance_within(std::vector<double>& u, const Feature& feature) {
  if (feature.chance_within.empty()) return;
  const auto equal = static_cast<std::ptrdiff_t>(feature.chance_within.size());
  const double within =
      std::accumulate(feature.chance_within.begin(), feature.chance_within.end(), 0.0);
  const double rest = std::max(1e-12, std::accumulate(u.begin() + equal, u.end(), 0.0));
  std::copy(feature.chance_within.begin(), feature.chance_within.end(), u.begin());
  for (auto share = u.begin() + equal; share != u.end(); ++share) *share *= (1 - within) / rest;
}

}  // namespace

// Every pair of records, by their distinct values: exact, where there are few.
std::vector<double> count_all_pairs(std::size_t f, Comparer& comparer) {
  const Feature& feature = comparer.features()[f];
  std::vector<double> u(static_cast<std::size_t>(level_count(feature.kind)));
  const auto at = [&](std::uint32_t left, std::uint32_t right) -> double& {
    return u[static_cast<std::size_t>(fuzzy_level(feature, left, right))];
  };
  for (std::uint32_t left = 1; left < feature.values.size(); ++left) {
    const double count = feature.counts[left];
    at(left, left) += count * (count - 1) / 2;
    for (std::uint32_t right = left + 1; right < feature.values.size(); ++right)
      at(left, right) += count * feature.counts[right];
  }
  return u;
}

constexpr std::size_t few_values = 800;

std::vector<double> chance_agreement_of(std::size_t f, Comparer& comparer,
                                        const std::vector<std::uint64_t>& marks,
                                        std::uint64_t seed) {
  const Feature& feature = comparer.features()[f];
  std::vector<double> u(static_cast<std::size_t>(level_count(feature.kind)));
  if (feature.kind == Kind::name && feature.values.size() <= few_values) {
    u = count_all_pairs(f, comparer);
  } else {
    // Records without a value are drawn too: how often a level is met that no pair of a sparse
    // column shows is held to be half a pair of those that were met.
    std::vector<Marked> records =
        records_to_draw_from(std::vector<std::uint32_t>(feature.codes.size(), 1), marks);
    // Their values side by side: of many records few are drawn, and each of them often.
    std::vector<Comparer::Coded> values;
    for (Marked& one : records) {
      values.push_back({one.record, feature.codes[one.record]});
      one.record = static_cast<std::uint32_t>(values.size() - 1);
    }
    const double share = pairs_to_draw / std::max(1.0, pairs_of(records.size()));
    for (const auto& [left, right] :
         drawn_pairs(std::move(records), share, num::Rng(seed, "link.chance", f).bits())) {
      const int level = comparer.compare_one(f, values[left], values[right]);
      if (level != missing) u[static_cast<std::size_t>(level)] += 1;
    }
  }
  blend_drawn(u, feature);
  take_chance_within(u, feature);
  return u;
}

std::vector<std::vector<double>> chance_agreement(const std::vector<Feature>& features,
                                                  Comparer& comparer,
                                                  const std::vector<std::uint64_t>& marks,
                                                  std::uint64_t seed) {
  std::vector<std::vector<double>> all;
  for (std::size_t f = 0; f < features.size(); ++f)
    all.push_back(chance_agreement_of(f, comparer, marks, seed));
  return all;
}

namespace {

// Records by the parent's value; of values at that level of equality.
std::vector<std::vector<Marked>> blocks_of(const Feature& parent, int parent_level,
                                           const std::vector<std::uint64_t>& marks) {
  const std::uint32_t most = *std::max_element(parent.counts.begin() + 1, parent.counts.end());
  std::vector<std::vector<Marked>> blocks(parent.counts.size());
  for (std::uint32_t at = 0; at < parent.codes.size(); ++at) {
    const std::uint32_t code = parent.codes[at];
    if (code != 0 && (parent_level < 0 || exact_level(parent.counts[code], most) == parent_level))
      blocks[code].push_back({marks[at], at});
  }
  return blocks;
}

}  // namespace

std::vector<double> chance_agreement_given(const std::vector<Feature>& features, Comparer& comparer,
                                           std::size_t parent, std::size_t child,
                                           const std::vector<double>& child_m, double rho,
                                           const std::vector<std::uint64_t>& marks,
                                           std::uint64_t seed, int parent_level) {
  std::vector<std::vector<Marked>> blocks = blocks_of(features[parent], parent_level, marks);
  double pairs = 0;
  for (const std::vector<Marked>& block : blocks) pairs += pairs_of(block.size());
  const std::uint64_t stream = num::Rng(seed, "link.chance_given",
                                        (parent * features.size() + child) * 8 +
                                            static_cast<std::uint64_t>(parent_level + 1))
                                   .bits();
  std::vector<double> q(child_m.size());
  double met = 0;
  // Where there are fewer pairs than would be drawn, all are counted, and weigh as many: what they
  // show is known, and a level that none shows is next to impossible.
  const double to_draw = pairs_to_draw_given / std::max(1.0, pairs),
               weight = std::max(1.0, to_draw);
  for (std::vector<Marked>& block : blocks) {
    for (const auto& [left, right] : drawn_pairs(std::move(block), to_draw, stream)) {
      const int level = comparer.compare_one(child, left, right);
      if (level == missing) continue;
      q[static_cast<std::size_t>(level)] += weight;
      met += weight;
    }
  }
  std::vector<double> u(q.size());
  double total = 0;
  for (std::size_t level = 0; level < q.size(); ++level) {
    const double share = (q[level] + 0.5) / (met + 0.5 * static_cast<double>(q.size()));
    u[level] = std::max(0.05 * share, (share - rho * child_m[level]) / (1 - rho));
    total += u[level];
  }
  for (double& share : u) share /= total;
  return u;
}

}  // namespace sanaq::link
