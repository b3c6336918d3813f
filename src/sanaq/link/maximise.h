// The maximisation step of EM: m, u and the share of matches from the expected numbers at each
// level.
#pragma once
#include <vector>

#include "sanaq/link/expected_levels.h"
#include "sanaq/link/pair_model.h"

namespace sanaq::link {

// What is assumed about matches before they are seen.
struct UsualLevels {
  std::vector<std::vector<double>> m;  // by feature and level, each adds up to 1
  double weight = 10;                  // the number of matches that this counts for
};

void maximise(const PairEvidence& evidence, const ExpectedLevels& expected,
              const UsualLevels& usual, PairModel& model);

// Learns how many records share their names with matches, by the level at which the names agree.
void maximise_sharing(const PairEvidence& evidence, const ExpectedLevels& expected,
                      PairModel& model);

// Returns the chance agreement of a feature without the matches in it: those that were met (`met`,
// by level), not those that are assumed beforehand. It adds up to 1.
[[nodiscard]] std::vector<double> chance_without_matches(const PairEvidence& evidence,
                                                         std::size_t feature,
                                                         const std::vector<double>& met);

// Returns the largest number of matches that the rows of persons can make.
[[nodiscard]] double matches_most_by_rows(const PairEvidence& evidence);

}  // namespace sanaq::link
