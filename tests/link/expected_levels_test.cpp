#include "sanaq/link/expected_levels.h"

#include <gtest/gtest.h>

#include <numeric>

#include "link/evidence_of_a_table.h"
#include "sanaq/link/pair_model.h"

namespace sanaq::link {
namespace {

TEST(ExpectedLevels, TheLevelsOfAFilledFieldAddUpToTheMatches) {
  const EvidenceOfATable town(a_town(200, 60));
  const ExpectedLevels expected = expected_levels(town.evidence(), town.learnt().model);
  EXPECT_NEAR(expected.all_matches(), 60, 6);
  for (const std::vector<double>& met : expected.met)
    EXPECT_NEAR(std::accumulate(met.begin(), met.end(), 0.0), expected.all_matches(), 1e-6);
}

TEST(ExpectedLevels, WhatIsKnownOfAPairReplacesWhatTheModelSays) {
  EvidenceOfATable town(a_town(200, 60));
  const PairModel model = town.learnt().model;
  const double before = expected_levels(town.evidence(), model).all_matches();
  std::array<std::int8_t, 32> levels{};
  town.comparer.compare(0, 1, levels.data());  // a row and its copy
  town.counts.add_known(town.comparer, levels.data(), {0, 1, false}, true, 0);
  EXPECT_NEAR(expected_levels(town.evidence(), model).all_matches(), before - 1, 0.05);
  town.comparer.compare(130, 170, levels.data());  // two strangers
  town.counts.add_known(town.comparer, levels.data(), {130, 170, true}, true, 0);
  EXPECT_NEAR(expected_levels(town.evidence(), model).all_matches(), before, 0.05);
}

TEST(ExpectedLevels, LinksCountByTheirProbability) {
  EvidenceOfATable town(a_town(100, 30));
  const std::vector<LinkedPair> links{{town.levels_of(0, 1), ~0U, 0, 0.75},
                                      {town.levels_of(2, 3), ~0U, 0, 0.5}};
  const ExpectedLevels expected = levels_of_links(town.evidence(), links);
  EXPECT_DOUBLE_EQ(expected.all_matches(), 1.25);
  for (const std::vector<double>& met : expected.met)
    EXPECT_DOUBLE_EQ(std::accumulate(met.begin(), met.end(), 0.0), 1.25);
}

}  // namespace
}  // namespace sanaq::link
