#include "sanaq/link/capture_prior.h"

#include <gtest/gtest.h>

#include <cmath>

namespace sanaq::link {
namespace {

using Lists = std::vector<std::uint32_t>;

// Log prior odds that persons with these records are one.
double merging(const CapturePrior& prior, const Lists& a, const Lists& b) {
  const auto set_of = [](const Lists& lists) {
    ListSet set = 0;
    for (const std::uint32_t list : lists) set |= list_bit(list);
    return set;
  };
  Lists both = a;
  both.insert(both.end(), b.begin(), b.end());
  return prior.log_persons(set_of(both)) - prior.log_persons(set_of(a)) -
         prior.log_persons(set_of(b)) + prior.log_repeats(both) - prior.log_repeats(a) -
         prior.log_repeats(b);
}

TEST(CapturePrior, MoreMatchesMakeJoiningEasier) {
  EXPECT_GT(merging(CapturePrior({100}, {false}, 80, 0), {0}, {0}),
            merging(CapturePrior({100}, {false}, 5, 0), {0}, {0}));
}

TEST(CapturePrior, ARegisterOfPairsTeachesThatThirdRowsAreRare) {
  CapturePrior prior({1000}, {false}, 300, 0);
  const double before = merging(prior, {0, 0}, {0});
  const std::vector<bool> may_repeat{false};
  CaptureCounts counts(may_repeat);
  for (int person = 0; person < 400; ++person) counts.add(Lists{0});
  for (int person = 0; person < 300; ++person) counts.add(Lists{0, 0});
  prior.learn(counts);
  EXPECT_LT(merging(prior, {0, 0}, {0}), before);
  EXPECT_DOUBLE_EQ(merging(prior, {0, 0}, {0}), merging(prior, {0}, {0, 0}));
}

// Of two lists that have nobody twice, two records that are alone match with odds n_AB / (n_A n_B).
TEST(CapturePrior, OddsOfTwoListsAreTheirMatchesOverThePairsThatAreLeft) {
  const std::vector<bool> one_per_person{true, true};
  CapturePrior prior({700, 500}, one_per_person, 300, 0);
  CaptureCounts counts(one_per_person);
  for (int person = 0; person < 400; ++person) counts.add(Lists{0});
  for (int person = 0; person < 200; ++person) counts.add(Lists{1});
  for (int person = 0; person < 300; ++person) counts.add(Lists{0, 1});
  prior.learn(counts);
  EXPECT_NEAR(merging(prior, {0}, {1}), std::log(300.0 / (400 * 200)), 0.03);
}

TEST(CapturePrior, APatternThatWasNeverSeenIsRareAndNotImpossible) {
  const std::vector<bool> one_per_person{true, true, true};
  CapturePrior prior({300, 300, 300}, one_per_person, 100, 0);
  CaptureCounts counts(one_per_person);
  for (int person = 0; person < 100; ++person) {
    counts.add(Lists{0});
    counts.add(Lists{1});
    counts.add(Lists{0, 1});
  }
  prior.learn(counts);
  EXPECT_TRUE(std::isfinite(prior.log_persons(list_bit(1) | list_bit(2))));
  EXPECT_LT(prior.log_persons(list_bit(1) | list_bit(2)),
            prior.log_persons(list_bit(0) | list_bit(1)) - 2);
}

TEST(CapturePrior, CountsAddUpOnAnyNumberOfThreads) {
  const std::vector<bool> one_per_person{false, true};
  CaptureCounts one(one_per_person), left(one_per_person), right(one_per_person);
  for (int person = 0; person < 30; ++person) {
    const Lists lists = person % 3 == 0 ? Lists{0, 0, 1} : Lists{0};
    one.add(lists);
    (person % 2 == 0 ? left : right).add(lists);
  }
  left.add(right);
  CapturePrior first({50, 10}, one_per_person, 20, 5), second = first;
  first.learn(one);
  second.learn(left);
  EXPECT_EQ(merging(first, {0}, {1}), merging(second, {0}, {1}));
  EXPECT_EQ(merging(first, {0}, {0}), merging(second, {0}, {0}));
}

}  // namespace
}  // namespace sanaq::link
