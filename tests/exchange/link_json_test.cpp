#include "sanaq/exchange/link_json.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace sanaq::exchange {
namespace {

link::Result a_result() {
  link::Result result;
  result.person_of = {0, 1, 0, 2, 1};
  result.probability = {0.9, 0.8, 0.9, 1, 0.8};
  result.person_count = 3;
  result.pairs = {
      {.left = 0, .right = 2, .weight_bits = 12.25, .probability = 0.9, .levels = {0, -1}}};
  result.model.prior_match = 0.01;
  result.model.comparisons = {
      {.column = "name", .kind = "name", .levels = {{"same", 0.9, 0.01, 6.5}}}};
  result.is_linkable = {true, true, true, false, true};
  result.draws = {{0, 1, 0, 2, 1}, {0, 1, 2, 3, 1}, {0, 0, 0, 1, 0}};
  result.lost = {{0, 1, 12.5}};
  result.unreached = {{1, 7, 2}};
  result.learning = {{0.02, 0.001}, {0.01, 0.002, true}};
  return result;
}

TEST(LinkJson, ComesBackAsItWasDrawsIncluded) {
  const link::Result back = link_from_json(link_json(a_result()));
  EXPECT_EQ(back.person_of, a_result().person_of);
  EXPECT_EQ(back.probability, a_result().probability);
  EXPECT_EQ(back.draws, a_result().draws);
  EXPECT_EQ(back.is_linkable, a_result().is_linkable);
  ASSERT_EQ(back.lost.size(), 1u);
  EXPECT_EQ(back.lost[0].matches, 12.5);
  ASSERT_EQ(back.pairs.size(), 1u);
  EXPECT_EQ(back.pairs[0].levels, a_result().pairs[0].levels);
}

TEST(LinkJson, HowItWasLearntAndWhomNoRuleReachesComeBackTooAndAnOlderStateHasNeither) {
  nlohmann::json json = link_json(a_result());
  EXPECT_EQ(link_from_json(json).unreached, a_result().unreached);
  EXPECT_EQ(link_from_json(json).learning, a_result().learning);
  json.erase("unreached");
  json.erase("learning");
  EXPECT_TRUE(link_from_json(json).learning.empty());
}

TEST(LinkJson, PairsThatWereNotSortedComeBackSorted) {
  link::Result result = a_result();
  result.pairs = {{2, 4, 1, .5, {0}}, {0, 3, 2, .25, {1}}, {0, 1, 3, .75, {-1}}};
  const link::Result back = link_from_json(link_json(result));
  ASSERT_EQ(back.pairs.size(), 3U);
  EXPECT_EQ(back.pairs[0].right, 1U);
  EXPECT_EQ(back.pairs[1].weight_bits, 2);
  EXPECT_EQ(back.pairs[2].left, 2U);
}

TEST(LinkJson, ADrawThatIsThePublishedRegisterTakesNoRoom) {
  EXPECT_TRUE(link_json(a_result()).at("draws").at(0).empty());
}

}  // namespace
}  // namespace sanaq::exchange
