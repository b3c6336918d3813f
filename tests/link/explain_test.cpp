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

TEST(Explain, ManyPairsAreExplainedAsEachAlone) {
  base::Progress silent;
  const record::RecordTable table = a_town(80, 30);
  const Result result = link(table, {}, silent);
  const std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs = {{0, 1}, {0, 5}, {3, 9}};
  const std::vector<Explanation> all = explain_pairs(table, result.model, pairs);
  ASSERT_EQ(all.size(), pairs.size());
  for (std::size_t at = 0; at < pairs.size(); ++at) {
    const Explanation alone = explain(table, result.model, pairs[at].first, pairs[at].second);
    EXPECT_EQ(all[at].weight_bits, alone.weight_bits);
    EXPECT_EQ(all[at].probability, alone.probability);
    ASSERT_EQ(all[at].lines.size(), alone.lines.size());
    for (std::size_t line = 0; line < alone.lines.size(); ++line)
      EXPECT_EQ(all[at].lines[line].level, alone.lines[line].level);
  }
}

}  // namespace
}  // namespace sanaq::link
