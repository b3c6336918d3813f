#include "sanaq/estimate/own_lists.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "sanaq/estimate/leave_one_out.h"

namespace sanaq::estimate {
namespace {

using Counts = std::vector<std::int64_t>;

const Counts four_lists{0, 70, 60, 9, 50, 8, 7, 3, 80, 12, 9, 4, 10, 3, 4, 2};

TEST(HideList, KeepsTheListsPersonsAndPutsThoseOnItAloneInTheUnseenCell) {
  const Counts counts{0, 5, 7, 2, 11,
                      3, 4, 1};  // list 1 has 7 alone, 2 with list 0, 4 with list 2, 1 with both
  EXPECT_EQ(hide_list(counts, 1), (Counts{7, 2, 4, 1}));
}

TEST(HideEach, KnowsTheTruthAndNeedsFourLists) {
  const auto hidings = hide_each(Counts(16, 6), {});
  ASSERT_EQ(hidings.size(), 4u);
  for (const Hiding& hiding : hidings) EXPECT_EQ(hiding.truth, 8 * 6);
  EXPECT_TRUE(hide_each(Counts(8, 6), {}).empty());
}

// By another way: the grid has every whole number to 30 as a cell of its own.
TEST(HideEach, AModelsProbabilityOfTheTruthIsAProbability) {
  const Counts three{0, 9, 7, 3, 8, 2, 2, 1};
  const BacktestedPosterior whole = backtested_posterior(three, {});
  for (double known = 0; known < 12; ++known) {
    const auto posterior = backtested_posterior(three, {.known_unlisted = known});
    for (std::size_t model = 0; model < averaged_models().size(); ++model) {
      EXPECT_NEAR(std::exp(posterior.log_known[model]) * whole.model_weight[model],
                  whole.by_model[model][static_cast<std::size_t>(known)],
                  1e-3 * whole.by_model[model][static_cast<std::size_t>(known)]);
    }
  }
}

TEST(WeightsOfHidings, TheModelThatFindsTheTruthsMostProbableWeighsMost) {
  auto hidings = hide_each(four_lists, {});
  for (Hiding& hiding : hidings) {
    std::fill(hiding.posterior.log_known.begin(), hiding.posterior.log_known.end(), -5.0);
    hiding.posterior.log_known[7] = -2;
  }
  const auto weights = weights_of_hidings(hidings);
  EXPECT_DOUBLE_EQ(weights[7], 0);
  EXPECT_DOUBLE_EQ(weights[0], -own_lists_power * 4 * 3);
}

TEST(WeightsOfHidings, AListIsNotJudgedByItsOwnSize) {
  auto hidings = hide_each(four_lists, {});
  const auto others = weights_of_hidings(hidings, 2);
  for (Hiding& hiding : hidings) {
    if (hiding.list == 2) hiding.posterior.log_known[5] = -1e6;
  }
  EXPECT_EQ(weights_of_hidings(hidings, 2), others);
  EXPECT_NE(weights_of_hidings(hidings), others);
}

TEST(WeightsOfHidings, FewerThanThreeSayNothing) {
  auto hidings = hide_each(four_lists, {});
  hidings.pop_back();
  for (const double weight : weights_of_hidings(hidings, hidings[0].list)) EXPECT_EQ(weight, 0);
  EXPECT_NE(weights_of_hidings(hidings), std::vector<double>(averaged_models().size(), 0.0));
}

TEST(WeightsOfHidings, AThinTableLeavesTheModelsAlike) {
  const Counts thin{0, 70, 60, 2, 50, 2, 2, 1, 80, 2, 2, 1, 2, 1, 1, 1};
  const auto hidings = hide_each(thin, {});
  ASSERT_GE(hidings.size(), hidings_min);
  for (const double weight : weights_of_hidings(hidings)) EXPECT_EQ(weight, 0);
}

TEST(WeightsOfHidings, WhatWasKnownOfTheTotalSaysNothingOfAList) {
  const auto plain = hide_each(four_lists, {}),
             informed = hide_each(four_lists, {.total_prior = TotalPrior{400, 420}});
  EXPECT_EQ(weights_of_hidings(plain), weights_of_hidings(informed));
}

// Three lists cannot be hidden: the answer is that of models alike.
TEST(WeightsOfHidings, EqualWeightsAreTheSameAsNone) {
  BacktestedPosterior posterior = backtested_posterior(four_lists, {});
  const auto before = posterior.probability;
  posterior.weigh_models(weights_of_hidings({}));
  EXPECT_EQ(posterior.probability, before);
}

}  // namespace
}  // namespace sanaq::estimate
