#include "sanaq/investigation/doubtful_pairs.h"

#include <gtest/gtest.h>

#include <cmath>

#include "investigation/a_linked_outcome.h"
#include "sanaq/estimate/estimate.h"
#include "sanaq/persons/capture_from_register.h"

namespace sanaq::investigation {
namespace {

base::Progress silent;

link::Pair pair(std::uint32_t left, std::uint32_t right, double probability) {
  return {left, right, 1.5, probability, {}};
}

// The total by Chao's bound of a register in which every record has the person that is said.
double total_of(const Outcome& outcome, std::vector<std::uint32_t> person_of) {
  Outcome other = outcome;
  other.link.person_of = std::move(person_of);
  const auto persons = persons::persons_of(other.records, other.link, other.in_scope,
                                           other.record_ids, other.arrivals);
  const auto table = persons::capture_from_register(other.config, other.records, persons,
                                                    persons::Unlinkable::left_out);
  return estimate::estimate(table, other.config.estimate, silent).estimate->median;
}

// Three invented lists of five.
std::vector<AnInventedList> three_lists() {
  std::vector<AnInventedList> lists = {{"a", "id,name\n"}, {"b", "id,name\n"}, {"c", "id,name\n"}};
  for (int at = 1; at <= 5; ++at) {
    for (AnInventedList& list : lists)
      list.csv += std::to_string(at) + ",Invented Name" + std::to_string(at) + "\n";
  }
  return lists;
}

TEST(DoubtfulPairs, TheChangeIsTheDifferenceOfTheTotalsUnderBothAnswers) {
  // a1 b1 c1 are one person, a2 b2 another, c3 stands alone beside a3; the rest are alone.
  const std::vector<std::uint32_t> person_of = {0, 1, 2, 3, 4, 0, 1, 5, 6, 7, 0, 8, 9, 10, 11};
  const Outcome outcome =
      linked_outcome(three_lists(), person_of,
                     {pair(0, 5, 0.6), pair(0, 10, 0.9), pair(2, 12, 0.4), pair(5, 10, 0.7)});
  const double now = total_of(outcome, person_of);
  const std::vector<DoubtfulPair> pairs = doubtful_pairs(outcome, silent);
  ASSERT_EQ(pairs.size(), 4U);
  for (const DoubtfulPair& each : pairs) {
    std::vector<std::uint32_t> otherwise = person_of;
    if (each.left == 2) {
      otherwise[12] = otherwise[2];
    } else if (each.left == 0 && each.right == 5) {
      otherwise[5] = 12;  // c1 goes with a1, of whom it is likelier
    } else if (each.left == 0 && each.right == 10) {
      otherwise[10] = otherwise[5] = 12;  // b1 goes with c1
    } else {
      otherwise[5] = 12;  // a1 goes with c1
    }
    EXPECT_NEAR(each.change, std::abs(total_of(outcome, otherwise) - now), 1e-9)
        << each.left << " " << each.right;
    const double p = each.probability;
    EXPECT_NEAR(each.gain, p * (1 - p) * (1 + each.change), 1e-9);  // without draws both s are 1
  }
  for (std::size_t at = 1; at < pairs.size(); ++at) EXPECT_GE(pairs[at - 1].gain, pairs[at].gain);
}

TEST(DoubtfulPairs, WhatIsSureAndWhatWasDecidedIsNotAsked) {
  const std::vector<std::uint32_t> person_of = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14};
  Outcome outcome = linked_outcome(three_lists(), person_of,
                                   {pair(0, 5, 0.5), pair(0, 10, 0.5), pair(1, 6, 0.005),
                                    pair(2, 7, 0.995), pair(3, 8, 0.5), pair(5, 10, 0.5)});
  EXPECT_EQ(doubtful_pairs(outcome, silent).size(), 4U);
  // a1 and b1 are one, b1 and c1 are not: so a1 and c1 are not either.
  outcome.decisions_held = {{ledger::Verdict::same, {0, 5}}, {ledger::Verdict::different, {5, 10}}};
  const auto left = doubtful_pairs(outcome, silent);
  ASSERT_EQ(left.size(), 1U);
  EXPECT_EQ(left[0].left, 3U);
}

TEST(DoubtfulPairs, ARecordOutOfScopeIsNotAsked) {
  Outcome outcome = linked_outcome(
      three_lists(), {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14}, {pair(0, 5, 0.5)});
  outcome.in_scope[5] = false;
  outcome.persons = persons::persons_of(outcome.records, outcome.link, outcome.in_scope,
                                        outcome.record_ids, outcome.arrivals);
  EXPECT_TRUE(doubtful_pairs(outcome, silent).empty());
}

TEST(DoubtfulPairs, OneListAloneHasNoTotalButPersonsThatChangeByOne) {
  const Outcome outcome = linked_outcome({three_lists()[0]}, {0, 1, 2, 3, 4}, {pair(0, 1, 0.5)});
  const auto pairs = doubtful_pairs(outcome, silent);
  ASSERT_EQ(pairs.size(), 1U);
  EXPECT_EQ(pairs[0].change, 1);
}

TEST(DoubtfulPairs, MoreListsThanAnEstimateTakesAreReviewedAllTheSame) {
  std::vector<AnInventedList> lists;
  std::vector<std::uint32_t> person_of;
  for (std::uint32_t at = 0; at < 40; ++at) {
    lists.push_back({"list" + std::to_string(at), "id,name\n1,Aibar Tanbaev\n"});
    person_of.push_back(at);
  }
  const auto pairs = doubtful_pairs(
      linked_outcome(lists, person_of, {pair(0, 1, 0.9), pair(38, 39, 0.5)}), silent);
  ASSERT_EQ(pairs.size(), 2U);
  EXPECT_EQ(pairs[0].left, 38U);
}

TEST(DoubtfulPairs, DrawsGiveTheScaleOfPersonsAndTotal) {
  const std::vector<std::uint32_t> person_of = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14};
  Outcome outcome = linked_outcome(three_lists(), person_of, {pair(0, 5, 0.5)});
  std::vector<std::uint32_t> joined = person_of;
  joined[5] = 0;
  outcome.link.draws = {person_of, joined, person_of, joined};
  const auto pairs = doubtful_pairs(outcome, silent);
  ASSERT_EQ(pairs.size(), 1U);
  // Two values one apart: a standard deviation of sqrt(1/3); the totals likewise, `change` apart.
  EXPECT_NEAR(pairs[0].gain, 0.25 * (std::sqrt(3.0) + std::sqrt(3.0)), 1e-9);
}

}  // namespace
}  // namespace sanaq::investigation
