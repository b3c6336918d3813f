#include "sanaq/link/likely_pairs.h"

#include <gtest/gtest.h>

#include <numbers>

#include "link/a_prepared_table.h"

namespace sanaq::link {
namespace {

class LikelyPairs : public testing::Test {
 protected:
  // The first two records are one person, the third is somebody else.
  std::vector<Pair> pairs(const std::vector<double>& probabilities) {
    const std::vector<Candidate> edges{{town_.place(2), town_.place(0), -1.0},
                                       {town_.place(1), town_.place(0), 12.0}};
    return likely_pairs(town_.records, edges, probabilities, town_.crew.comparers.here());
  }
  PreparedTable town_{a_town(30, 10), {.pair_probability_min = 0.2}};
};

TEST_F(LikelyPairs, AreByTheRecordsOfTheTableSorted) {
  const std::vector<Pair> all = pairs({0.3, 0.99});
  ASSERT_EQ(all.size(), 2u);
  EXPECT_EQ(all[0].left, 0u);
  EXPECT_EQ(all[0].right, 1u);
  EXPECT_EQ(all[0].probability, 0.99);
  EXPECT_NEAR(all[0].weight_bits, 12 / std::numbers::ln2, 1e-12);
  EXPECT_EQ(all[1].right, 2u);
}

TEST_F(LikelyPairs, AreThoseThatAreProbableEnough) {
  EXPECT_EQ(pairs({0.19, 0.99}).size(), 1u);
  EXPECT_EQ(pairs({0.2, 0.99}).size(), 2u);
  EXPECT_TRUE(pairs({0.1, 0.1}).empty());
}

TEST_F(LikelyPairs, HaveALevelOfEachFieldAsTheRecordsHaveIt) {
  const std::vector<Pair> all = pairs({0.3, 0.99});
  Comparer& comparer = town_.crew.comparers.here();
  for (const Pair& pair : all) {
    ASSERT_EQ(pair.levels.size(), town_.records.columns.features.size());
    for (std::size_t f = 0; f < pair.levels.size(); ++f)
      EXPECT_EQ(pair.levels[f],
                comparer.compare_one(f, town_.place(pair.left), town_.place(pair.right)));
  }
  EXPECT_NE(all[0].levels, all[1].levels);
}

}  // namespace
}  // namespace sanaq::link
