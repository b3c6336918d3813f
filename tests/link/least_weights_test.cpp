#include "sanaq/link/least_weights.h"

#include <gtest/gtest.h>

#include "sanaq/num/logspace.h"

namespace sanaq::link {
namespace {

TEST(LeastWeights, AreThoseOfPairsThatAreKeptWhereMatchesAreFrequent) {
  const PairModel model{.fields = {}, .prior_match = 0.1, .prior_within = 0.3};
  const KeptPairs::Least least = least_weights(model);
  EXPECT_NEAR(num::logit(0.1) + least[0], worth_keeping, 2 * weight_slack);
  EXPECT_NEAR(num::logit(0.3) + least[1], worth_keeping, 2 * weight_slack);
  EXPECT_LT(num::logit(0.1) + least[0], worth_keeping) << "rounding loses no pair";
}

// A pair that is not kept may be one that the cut loses.
TEST(LeastWeights, AreThoseThatFieldsHardlyTellAgainstWhereMatchesAreRare) {
  const PairModel model{.fields = {}, .prior_match = 1e-9, .prior_within = 1e-5};
  const KeptPairs::Least least = least_weights(model);
  EXPECT_NEAR(least[0], told_against, 2 * weight_slack);
  EXPECT_LT(least[0], told_against);
  EXPECT_NEAR(least[1], told_against, 2 * weight_slack);
}

}  // namespace
}  // namespace sanaq::link
