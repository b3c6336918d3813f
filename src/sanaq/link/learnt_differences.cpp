#include "sanaq/link/learnt_differences.h"

#include <bit>
#include <cmath>

#include "sanaq/link/differences.h"
#include "sanaq/link/level_weights.h"
#include "sanaq/link/pair_model.h"
#include "sanaq/link/pattern_odds.h"
#include "sanaq/num/logspace.h"

namespace sanaq::link {
namespace {

// A pair of a pattern that differs in some field, and what of it does not change while t is learnt.
struct Differing {
  FieldMasks masks;
  std::uint32_t free = 0;  // fields whose agreement blocking did not choose
  double count = 0, log_odds = 0;
  PatternOdds::OfFields of_field{};
};

std::vector<Differing> differing_patterns(const PairEvidence& evidence, const PatternOdds& odds,
                                          std::uint32_t counted) {
  constexpr double improbable = -12;
  std::vector<Differing> found;
  for (const PatternCounts::Pattern& pattern : evidence.patterns) {
    Differing of{odds.masks(pattern.levels), pattern.fields, pattern.count, 0, {}};
    if ((of.masks.differing & counted) == 0) continue;
    of.log_odds = odds.log_odds(pattern, of.of_field);
    if (of.log_odds > improbable) found.push_back(of);
  }
  return found;
}

using ExpectedWith = std::vector<std::vector<double>>;  // differing_with of each two fields
ExpectedWith expected_with(const Differences& differences) {
  const std::size_t count = differences.share.size();
  const std::uint32_t counted = differences.counted();
  ExpectedWith expected(count, std::vector<double>(count));
  for (std::size_t f = 0; f < count; ++f) {
    for (std::size_t g = 0; g < count; ++g) {
      if (f != g && ((counted >> f) & (counted >> g) & 1U) != 0)
        expected[f][g] = differing_with(differences, f, g);
    }
  }
  return expected;
}

// Takes each field that differs, another that may be counted beside it, and whether both differ.
template <typename Take>
void each_two_of(const Differences& differences, const FieldMasks& masks, std::uint32_t free,
                 const Take& take) {
  const std::uint32_t counted = masks.filled & free & differences.counted();
  for (std::size_t f = 0; f < differences.share.size(); ++f) {
    if ((counted & masks.differing & (1U << f)) == 0) continue;
    for (std::size_t g = 0; g < differences.share.size(); ++g) {
      if (f != g && (counted & (1U << g)) != 0) take(f, g, (masks.differing & (1U << g)) != 0);
    }
  }
}

double tilt_of(const Differences& differences, const FieldMasks& masks) {
  return difference_log_ratio(differences, masks.filled,
                              std::popcount(masks.differing & differences.counted()));
}

// By field: natural log of how much more often matches differ in it than strangers.
std::vector<double> log_ratios_of_differing(const PairEvidence& evidence, const PairModel& model) {
  std::vector<double> ratios;
  for (std::size_t f = 0; f < evidence.features.size(); ++f)
    ratios.push_back(std::log(model.differences.share[f] /
                              differing_share(evidence.features[f].kind, model.fields[f].u)));
  return ratios;
}

void add_differences(const Differences& differences, const std::vector<double>& log_ratios,
                     const Differing& pattern, const ExpectedWith& expected,
                     DifferencePairs& pairs) {
  const double matches =
      pattern.count * num::inverse_logit(pattern.log_odds + tilt_of(differences, pattern.masks));
  each_two_of(
      differences, pattern.masks, pattern.free, [&](std::size_t f, std::size_t g, bool both) {
        // A pair in which both differ is decided by the other fields as far as this says;
        // others count as it would.
        const double by_others = pattern.log_odds - pattern.of_field[f] - pattern.of_field[g];
        const double weight = num::inverse_logit(by_others + log_ratios[f] + log_ratios[g]);
        pairs.add(expected[f][g], differences.share[g], both, weight * matches);
      });
}

void add_known_differences(const Differences& differences, const FieldMasks& masks,
                           const ExpectedWith& expected, DifferencePairs& pairs) {
  each_two_of(differences, masks, ~0U, [&](std::size_t f, std::size_t g, bool both) {
    pairs.add(expected[f][g], differences.share[g], both, 1);
  });
}

}  // namespace

void learn_differences(const PairEvidence& evidence, PairModel& model) {
  Differences& differences = model.differences;
  differences.tilt.clear();
  if (evidence.features.size() < 3 || evidence.moments.is_count_known) return;
  const PatternOdds odds(evidence, model);
  const std::vector<Differing> patterns = differing_patterns(evidence, odds, differences.counted());
  const std::vector<double> log_ratios = log_ratios_of_differing(evidence, model);
  constexpr int rounds = 15;
  double lift = 1;
  for (int round = 0; round < rounds; ++round) {
    DifferencePairs pairs;
    const ExpectedWith expected = expected_with(differences);
    for (const Differing& pattern : patterns)
      add_differences(differences, log_ratios, pattern, expected, pairs);
    for (const PatternCounts::Known& pair : evidence.known) {
      if (pair.match) add_known_differences(differences, odds.masks(pair.levels), expected, pairs);
    }
    lift = pairs.next_lift(lift);
    differences.tilt = tilt_of_lift(differences, lift);
  }
}

}  // namespace sanaq::link
