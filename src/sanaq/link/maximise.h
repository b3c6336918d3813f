// The maximisation of EM: m, u and the share of matches from what is expected at each level.
#pragma once
#include <vector>

#include "sanaq/link/expected_levels.h"
#include "sanaq/link/pair_model.h"

namespace sanaq::link {

// What matches are held to be before they are seen.
struct UsualLevels {
  std::vector<std::vector<double>> m;  // by feature and level, each adds up to 1
  double weight = 10;                  // matches that this counts for
};

void maximise(const PairEvidence& evidence, const ExpectedLevels& expected,
              const UsualLevels& usual, PairModel& model);

// How many share their names with matches, by the level at which their names agree.
void maximise_sharing(const PairEvidence& evidence, const ExpectedLevels& expected,
                      PairModel& model);

// What chance agreement of a feature is without the matches in it: of those that were met (`met`,
// by level), not of those that are held to be usual. Adds up to 1.
[[nodiscard]] std::vector<double> chance_without_matches(const PairEvidence& evidence,
                                                         std::size_t feature,
                                                         const std::vector<double>& met);

// Most matches that rows of persons may make.
[[nodiscard]] double matches_most_by_rows(const PairEvidence& evidence);

}  // namespace sanaq::link
