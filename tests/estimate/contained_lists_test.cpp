#include "sanaq/estimate/contained_lists.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

#include "sanaq/num/rng.h"

namespace sanaq::estimate {
namespace {

Meeting lists(std::int64_t covered, std::int64_t first, std::int64_t second, std::int64_t both) {
  return {1, 2, covered, first, second, both};
}

}  // namespace

TEST(ContainedLists, FiveInsideAreChanceAndThreeHundredAreACopy) {
  const auto five = containment(lists(1000, 300, 5, 5), 6);
  ASSERT_TRUE(five);
  EXPECT_TRUE(five->is_whole);
  EXPECT_EQ(five->inner, 2U);
  EXPECT_EQ(five->outer, 1U);
  EXPECT_GT(five->log_probability, std::log(improbable));
  const auto many = containment(lists(4400, 300, 1131, 300), 6);
  ASSERT_TRUE(many);
  EXPECT_EQ(many->inner, 1U);
  EXPECT_LT(many->log_probability, std::log(improbable));
  EXPECT_FALSE(many->is_twice);
}

TEST(ContainedLists, ACopyWithErrorsIsOneToo) {
  const auto nearly = containment(lists(4400, 1131, 1131, 1110), 6);
  ASSERT_TRUE(nearly);
  EXPECT_FALSE(nearly->is_whole);
  EXPECT_TRUE(nearly->is_twice);
  EXPECT_LT(nearly->log_probability, std::log(improbable));
}

// Two lists of Korea: 66 of 71 and 77 are on both, of 123. They depend; neither was copied.
TEST(ContainedLists, StrongDependenceIsNoCopy) {
  const auto dependent = containment(lists(123, 71, 77, 66), 3);
  ASSERT_TRUE(dependent);
  EXPECT_GT(dependent->log_probability, std::log(unlikely));
}

TEST(ContainedLists, ListsThatPartAreNotLookedAt) {
  EXPECT_FALSE(containment(lists(1000, 300, 100, 89), 6));
  EXPECT_FALSE(containment(lists(1000, 300, 0, 0), 6));
  EXPECT_TRUE(containment(lists(1000, 300, 100, 90), 6));
}

// A list with everybody contains every other, and that tells nothing.
TEST(ContainedLists, InsideAListOfEverybodyIsNothing) {
  EXPECT_EQ(containment(lists(500, 500, 200, 200), 3)->log_probability, 0);
}

// Lists that are independent are called copies once in 1,000 tables at most, whatever their sizes;
// here all persons are listed, which is the worst case.
TEST(ContainedLists, IndependentListsAreHardlyEverCopies) {
  int called = 0;
  for (std::uint64_t i = 0; i < 4000; ++i) {
    num::Rng rng(11, "independent", i);
    const std::int64_t all = 20 + static_cast<std::int64_t>(rng.below(500));
    const double wide = 0.3 + 0.69 * rng.uniform(), narrow = 0.02 + 0.2 * rng.uniform();
    Meeting met{1, 2, all, 0, 0, 0};
    for (std::int64_t person = 0; person < all; ++person) {
      const bool on_first = rng.uniform() < wide, on_second = rng.uniform() < narrow;
      met.on_first += on_first ? 1 : 0;
      met.on_second += on_second ? 1 : 0;
      met.on_both += on_first && on_second ? 1 : 0;
    }
    const auto inside = containment(met, 1);
    called += inside && inside->log_probability < std::log(improbable) ? 1 : 0;
  }
  EXPECT_LE(called, 12);
}

RC_GTEST_PROP(ContainedLists, TheOrderOfTheListsDoesNotMatter, (std::uint64_t seed)) {
  num::Rng rng(seed, "pair");
  const auto both = static_cast<std::int64_t>(1 + rng.below(50));
  const std::int64_t first = both + static_cast<std::int64_t>(rng.below(5)),
                     second = both + static_cast<std::int64_t>(rng.below(60));
  const std::int64_t covered = first + second - both + static_cast<std::int64_t>(rng.below(300));
  const auto one = containment({1, 2, covered, first, second, both}, 3),
             other = containment({2, 1, covered, second, first, both}, 3);
  RC_ASSERT(one.has_value() == other.has_value());
  if (!one) return;
  RC_ASSERT(std::abs(one->log_probability - other->log_probability) < 1e-9);
  RC_ASSERT(one->is_twice == other->is_twice);
  if (first != second) RC_ASSERT(one->inner == other->inner);
}

}  // namespace sanaq::estimate
