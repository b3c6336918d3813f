#include "sanaq/link/maximise.h"

#include <gtest/gtest.h>

#include <numeric>

#include "link/evidence_of_a_table.h"
#include "sanaq/link/pair_model.h"

namespace sanaq::link {
namespace {

UsualLevels usual_of(const PairModel& model, double weight) {
  UsualLevels usual;
  for (const FieldModel& field : model.fields) usual.m.push_back(field.m);
  usual.weight = weight;
  return usual;
}

TEST(Maximise, SharesAddUpAndTheNumberOfMatchesIsThatExpected) {
  const EvidenceOfATable town(a_town(200, 60));
  const PairEvidence evidence = town.evidence();
  PairModel model = town.learnt().model;
  const ExpectedLevels expected = expected_levels(evidence, model);
  maximise(evidence, expected, usual_of(town.first(), 10), model);
  EXPECT_NEAR(model.prior_match * evidence.totals.across, expected.all_matches() + 1, 1e-6);
  for (const FieldModel& field : model.fields) {
    EXPECT_NEAR(std::accumulate(field.m.begin(), field.m.end(), 0.0), 1, 1e-9);
    EXPECT_NEAR(std::accumulate(field.u.begin(), field.u.end(), 0.0), 1, 1e-9);
  }
}

TEST(Maximise, WhatIsUsualGivesWayToWhatIsSeen) {
  const EvidenceOfATable town(a_town(400, 200));
  const PairEvidence evidence = town.evidence();
  const PairModel learnt = town.learnt().model;
  UsualLevels wrong = usual_of(learnt, 1);
  for (std::vector<double>& m : wrong.m)
    std::fill(m.begin(), m.end(), 1.0 / static_cast<double>(m.size()));
  const auto distance_with = [&](double weight) {
    PairModel model = learnt;
    wrong.weight = weight;
    maximise(evidence, expected_levels(evidence, learnt), wrong, model);
    double distance = 0;
    for (std::size_t f = 0; f < model.fields.size(); ++f) {
      for (std::size_t level = 0; level < model.fields[f].m.size(); ++level)
        distance += std::abs(model.fields[f].m[level] - learnt.fields[f].m[level]);
    }
    return distance;
  };
  EXPECT_LT(distance_with(1), 0.2 * distance_with(10000));
  EXPECT_GT(distance_with(10000), 1);
}

TEST(Maximise, ChanceAgreementLosesTheMatchesThatWereMet) {
  const EvidenceOfATable town(a_town(200, 60));
  const PairEvidence evidence = town.evidence();
  std::vector<double> met(evidence.chance[0].size(), 0.0);
  EXPECT_EQ(chance_without_matches(evidence, 0, met).size(), evidence.chance[0].size());
  met[0] = 1e9;  // more than there are pairs: a twentieth stays
  const std::vector<double> without = chance_without_matches(evidence, 0, met);
  EXPECT_NEAR(without[0] / without[1], 0.05 * evidence.chance[0][0] / evidence.chance[0][1], 1e-9);
}

}  // namespace
}  // namespace sanaq::link
