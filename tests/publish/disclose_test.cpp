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

}  // namespace sanaq::publish
