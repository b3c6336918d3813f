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
  EXPECT_TRUE(careful.overlap && careful.overlap->is_rounded);
}

TEST(Disclose, OnlyPublicClaimsLeave) {
  investigation::Outcome outcome = test::invented_outcome();
  const std::size_t all = disclose(outcome).claims.size();
  outcome.claims[0].visibility = "restricted";
  outcome.claims[1].visibility = "sealed";
  const PublicView view = disclose(outcome);
  EXPECT_EQ(view.claims.size(), all - 2);
  EXPECT_NE(view.claims[0].id, outcome.claims[0].id);
}

// Somebody marked rows of a list, which is opened by columns alone.
TEST(Disclose, NothingLeavesOfAListWhoseRowsAreMarked) {
  investigation::Outcome outcome = test::invented_outcome();
  outcome.lists[0].unclear_headers = {"visibilty"};
  outcome.closings = {base::message("closed")};
  const PublicView view = disclose(outcome);
  EXPECT_TRUE(view.lists[0].columns.empty());
  EXPECT_FALSE(view.lists[1].columns.empty());
  ASSERT_FALSE(view.warnings.empty());  // whoever publishes is told
  EXPECT_EQ(view.warnings.front().id, "closed");
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

}  // namespace sanaq::publish
