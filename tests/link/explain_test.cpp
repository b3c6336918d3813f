#include "sanaq/link/explain.h"

#include <gtest/gtest.h>

#include <cmath>

#include "link/a_table.h"
#include "sanaq/link/link.h"
#include "sanaq/link/result.h"

namespace sanaq::link {
namespace {

TEST(Explain, LinesAddUpToTheWeightAndTheProbabilityFollows) {
  base::Progress silent;
  const record::RecordTable table = a_town(80, 30);
  const Result result = link(table, {}, silent);
  const Explanation same = explain(table, result.model, 0, 1),
                    other = explain(table, result.model, 0, 5);
  double bits = 0;
  for (const Explanation::Line& line : same.lines) bits += line.weight_bits;
  EXPECT_EQ(same.filled, 4);
  EXPECT_EQ(same.differing, 1);
  EXPECT_NE(same.differing_bits, 0);
  bits += same.differing_bits;
  EXPECT_NEAR(bits, same.weight_bits, 1e-9);
  EXPECT_NEAR(same.probability, 1 / (1 + std::exp2(-same.prior_bits - same.weight_bits)), 1e-9);
  EXPECT_GT(same.probability, 0.9);
  EXPECT_LT(other.probability, 0.1);
}

}  // namespace
}  // namespace sanaq::link
