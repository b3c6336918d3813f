#include "sanaq/publish/disclose.h"

#include <gtest/gtest.h>

#include "publish/invented_outcome.h"

namespace sanaq::publish {

TEST(Disclose, OnlyColumnsThatAListMakesPublicLeave) {
  investigation::Outcome outcome = test::invented_outcome();
  EXPECT_FALSE(columns_that_leave(disclose(outcome)).empty());
  for (auto& list : outcome.config.lists) list.public_fields.clear();
  const PublicView closed = disclose(outcome);
  EXPECT_TRUE(columns_that_leave(closed).empty());
  EXPECT_TRUE(closed.persons.empty());
  EXPECT_EQ(closed.documented_low, outcome.documented_low);
}

TEST(Disclose, PersonsWhoMayBeLivingAreCountedAndNotShown) {
  investigation::Outcome outcome = test::invented_outcome();
  const std::size_t shown = disclose(outcome).persons.size();
  EXPECT_GT(shown, 0u);
  outcome.config.scope.status.clear();
  const PublicView careful = disclose(outcome);
  EXPECT_LT(careful.persons.size(), shown);
  EXPECT_GT(careful.withheld_persons, 0);
  EXPECT_TRUE(careful.overlap && careful.overlap->is_rounded);
  for (const PublicOverlap::Pattern& pattern : careful.overlap->patterns)
    EXPECT_EQ(pattern.count % rounding_step, 0);
}

TEST(Disclose, StrataLeaveOnlyWhereEveryListMakesThemPublic) {
  investigation::Outcome outcome = test::invented_outcome();
  outcome.estimate->strata = {{"m", 33, outcome.estimate->estimate, {}, {}, {}, {1, 2}}};
  outcome.estimate->cells = {{1, 0, 3}};
  outcome.config.strata = {"sex"};
  EXPECT_TRUE(disclose(outcome).estimate->strata.empty());
  EXPECT_FALSE(disclose(outcome).warnings.empty());
  for (auto& list : outcome.config.lists) list.public_fields.push_back("sex");
  const PublicView open = disclose(outcome);
  ASSERT_EQ(open.estimate->strata.size(), 1u);
  EXPECT_TRUE(open.estimate->strata[0].draws.empty());
  EXPECT_TRUE(open.estimate->cells.empty());
}

TEST(Disclose, CountsBesideTheEstimateAreRoundedWherePersonsMayBeLiving) {
  investigation::Outcome outcome = test::invented_outcome();
  outcome.estimate->hidden_lists = {{0, 33, 30, 20, 50}};
  outcome.estimate->left_out_lists = {{0, 111, 130, 120, 150}};
  EXPECT_EQ(disclose(outcome).estimate->hidden_lists[0].truth, 33);
  outcome.config.scope.status.clear();
  const PublicView careful = disclose(outcome);
  EXPECT_EQ(careful.estimate->hidden_lists[0].truth % rounding_step, 0);
  EXPECT_EQ(careful.estimate->left_out_lists[0].observed % rounding_step, 0);
}

}  // namespace sanaq::publish
