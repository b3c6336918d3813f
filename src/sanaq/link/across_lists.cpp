#include "sanaq/link/across_lists.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numeric>
#include <string>

#include "sanaq/link/columns.h"
#include "sanaq/link/levels.h"
#include "sanaq/link/names.h"
#include "sanaq/link/value_chance.h"

namespace sanaq::link {
namespace {

// Two people of one name are one in so many pairs, where the lists are too short to tell.
constexpr double usual_equal_share = 2e-4;
constexpr double usual_shape = 0.5;
// Of one person's two records, those with equal values: slips and short forms are the others.
constexpr double usual_equal_m = 0.8;

double pairs_of(double count) { return count * (count - 1) / 2; }

bool is_on_several(const Feature& feature) {
  return std::count(feature.lists_with.begin(), feature.lists_with.end(), true) >= 2;
}

// Values that are equal, by number: of names those with the same words, or those that sound alike,
// in any order.
std::vector<std::uint32_t> identities(const Feature& feature, bool by_sound) {
  std::vector<std::uint32_t> id(feature.values.size());
  if (feature.kind != Kind::name) {
    std::iota(id.begin(), id.end(), 0U);
    return id;
  }
  std::map<std::string, std::uint32_t> known{{"", 0}};
  for (std::size_t code = 1; code < id.size(); ++code) {
    std::string all;
    if (by_sound) {
      for (const std::string& sound : text::sound_keys(*feature.names[code])) all += sound + ' ';
    } else {
      for (const std::uint32_t word : feature.tokens[code]) all += std::to_string(word) + ' ';
    }
    id[code] = known.emplace(all, static_cast<std::uint32_t>(known.size())).first->second;
  }
  return id;
}

struct Seen {
  double across = 0, within = 0;              // pairs with equal values
  double pairs_across = 0, pairs_within = 0;  // pairs with values
  std::vector<double> namesakes;  // by identity: records that have it, but for one on each list
  double records = 0;             // of these, at most
};

using Cell = std::pair<std::uint32_t, std::uint32_t>;  // list, identity

Seen look(const Feature& feature, const std::vector<std::uint32_t>& id,
          const std::vector<std::uint32_t>& list_of, std::size_t list_count) {
  Seen seen;
  std::vector<double> filled(list_count);
  std::vector<double> all(id.size());
  std::map<Cell, double> of_list;
  for (std::size_t at = 0; at < feature.codes.size(); ++at) {
    const std::uint32_t value = id[feature.codes[at]];
    if (value == 0) continue;
    ++filled[list_of[at]];
    ++all[value];
    ++of_list[{list_of[at], value}];
  }
  seen.namesakes.resize(id.size());
  for (const auto& [cell, count] : of_list) {
    seen.within += pairs_of(count);
    seen.namesakes[cell.second] += count - 1;
  }
  for (const double count : filled) {
    seen.pairs_within += pairs_of(count);
    seen.records += std::max(0.0, count - 1);
  }
  for (const double count : all) seen.across += pairs_of(count);
  seen.across -= seen.within;
  seen.pairs_across =
      pairs_of(std::accumulate(filled.begin(), filled.end(), 0.0)) - seen.pairs_within;
  return seen;
}

// How often two records of one list are equal.
double equal_share_of(const Seen& seen) {
  return (seen.within + usual_shape) / (seen.pairs_within + usual_shape / usual_equal_share);
}

// Of each value how often somebody has it.
std::vector<double> shares_of(const Seen& seen, const std::vector<std::uint32_t>& id) {
  std::vector<double> shares;
  for (const std::uint32_t identity : id)
    shares.push_back((usual_shape + seen.namesakes[identity]) /
                     (usual_shape / equal_share_of(seen) + seen.records));
  return shares;
}

// u of names among people as there usually are, for lists too short to show it; and how many pairs
// that is worth.
constexpr std::array<double, name_agreements> usual_u{5e-5, 5e-5, 5e-5, 5e-5, 1e-4, 1e-4, 5e-5,
                                                      2e-4, 5e-4, 1e-3, 1e-4, 5e-4, 1e-3, 0};
constexpr double usual_u_pairs = 2000;
// m of equal names and of those with one letter off, and of the others; in how many matches.
constexpr std::size_t telling_levels = static_cast<std::size_t>(NameAgreement::one_letter_off) + 1;
constexpr std::array<double, name_agreements> usual_m{0.30, 0.20, 0.15, 0.10, 0.10, 0.05,  0.02,
                                                      0.02, 0.01, 0.01, 0.02, 0.01, 0.005, 0.005};
constexpr double usual_m_matches = 10;
constexpr double drawing_error = 0.07;  // of a rare level's pairs, where they were drawn

// u of each level as it is within lists, m by what there is across lists beyond it; the matches.
double learn_names(Feature& feature, const std::vector<std::uint32_t>& list_of) {
  constexpr std::uint64_t seed = 1;
  const ValueChance within = value_chance(feature, counts_by_list(feature, list_of), seed);
  const ValueChance all = value_chance(feature, counts_of_all(feature), seed);
  feature.chance_within.clear();
  feature.m_across.assign(usual_m.begin(), usual_m.end());
  std::vector<double> over, noise;
  double sum = 0, equal = 0, usual_equal = 0;
  const double times = (all.all - within.all) / std::max(1.0, within.all);
  for (std::size_t level = 0; level + 1 < usual_u.size(); ++level) {
    feature.chance_within.push_back((within.pairs[level] + usual_u_pairs * usual_u[level]) /
                                    (within.all + usual_u_pairs));
    sum += feature.chance_within.back();
    const double across = all.pairs[level] - within.pairs[level];
    over.push_back(std::max(0.0, across - (all.all - within.all) * feature.chance_within.back()));
    noise.push_back(across + times * times * within.pairs[level] +
                    2 * drawing_error * across * drawing_error * across);
    if (level >= equal_names) continue;
    equal += over.back();
    usual_equal += usual_m[level];
  }
  feature.chance_within.push_back(std::max(1e-6, 1 - sum));
  // What is usual is as uncertain as it is large.
  const double usual_matches = equal / usual_equal;
  double matches = 0, usual = 0;
  for (std::size_t level = 0; level < telling_levels; ++level) {
    const double expected = usual_m[level] * usual_matches + usual_m_matches * usual_m[level];
    const double trust =
        level < equal_names ? 1 : expected * expected / (expected * expected + noise[level]);
    feature.m_across[level] = trust * over[level] + (1 - trust) * expected;
    matches += feature.m_across[level];
    usual += usual_m[level];
  }
  for (std::size_t level = 0; level < telling_levels; ++level)
    feature.m_across[level] = (usual * feature.m_across[level] + usual_m_matches * usual_m[level]) /
                              (matches + usual_m_matches);
  return matches / usual;
}

}  // namespace

void note_lists_with(std::vector<Feature>& features, const std::vector<std::uint32_t>& list_of,
                     std::size_t list_count) {
  if (list_count < 2) return;
  std::vector<double> rows(list_count);
  for (const std::uint32_t list : list_of) ++rows[list];
  for (Feature& feature : features) {
    std::vector<double> filled(list_count);
    for (std::size_t at = 0; at < feature.codes.size(); ++at)
      filled[list_of[at]] += feature.codes[at] != 0;
    constexpr double least_share = 0.02;
    for (std::size_t list = 0; list < list_count; ++list)
      feature.lists_with.push_back(filled[list] > least_share * rows[list]);
  }
}

bool meet_across(const Feature& left, const Feature& right) {
  if (left.lists_with.empty() || right.lists_with.empty()) return true;
  std::size_t common = 0;
  for (std::size_t list = 0; list < left.lists_with.size(); ++list)
    common += left.lists_with[list] && right.lists_with[list];
  return common >= 2;
}

double matches_across(std::vector<Feature>& features, const std::vector<std::uint32_t>& list_of,
                      std::size_t list_count) {
  if (list_count < 2) return 0;
  Feature* shared = nullptr;
  for (Feature& feature : features) {
    if (!is_on_several(feature)) continue;
    if (shared != nullptr && meet_across(*shared, feature)) return 0;
    shared = &feature;
  }
  if (shared == nullptr || shared->kind == Kind::category || shared->chance_share > 0) return 0;
  const std::vector<std::uint32_t> id = identities(*shared, true);
  const Seen seen = look(*shared, id, list_of, list_count);
  if (seen.pairs_across < 1) return 0;
  const double equal_share = equal_share_of(seen);
  const double by_chance = seen.pairs_across * equal_share;
  const double over = seen.across - by_chance;
  constexpr double deviations = 3;
  if (over < deviations * std::sqrt(by_chance + 1)) return 0;
  shared->value_share = shares_of(seen, id);
  if (shared->kind == Kind::name) {
    const std::vector<std::uint32_t> by_letters = identities(*shared, false);
    shared->letter_share = shares_of(look(*shared, by_letters, list_of, list_count), by_letters);
  }
  if (shared->kind == Kind::name) return learn_names(*shared, list_of);
  shared->chance_within.assign(exact_levels, equal_share / exact_levels);
  return over / usual_equal_m;
}

}  // namespace sanaq::link
