#include "sanaq/link/score_pairs.h"

#include <gtest/gtest.h>

#include "link/a_prepared_table.h"
#include "link/a_town_of_names.h"
#include "sanaq/link/count_pairs.h"
#include "sanaq/link/em.h"
#include "sanaq/link/least_weights.h"
#include "sanaq/link/model_before_pairs.h"
#include "sanaq/link/pair_scorer.h"
#include "sanaq/link/pair_totals.h"
#include "sanaq/num/logspace.h"

namespace sanaq::link {
namespace {

class ScorePairs : public testing::Test {
 protected:
  explicit ScorePairs(int threads = 1) : town_(a_town_of_names(400, 2), {}, threads) {
    chance_ = estimate_chance(town_.records, town_.crew);
    const PairModel before = model_before_pairs(town_.records, chance_, town_.crew);
    counted_ = count_pairs(town_.records, {}, all_pairs_, {}, before, town_.crew);
    model_ = learn(town_.records.columns.features, counted_.counts, chance_.of_all,
                   chance_.by_group, chance_.moments, before, 1, pair_totals(town_.records.space))
                 .model;
  }
  ScoredPairs scored(std::unique_ptr<KeptPairs> kept) {
    return score_pairs(town_.records, {}, all_pairs_, model_, counted_.counts, std::move(kept),
                       town_.crew);
  }
  static void expect_same(const ScoredPairs& left, const ScoredPairs& right) {
    EXPECT_EQ(left.pairs, right.pairs);
    EXPECT_EQ(left.cut, right.cut);
    ASSERT_EQ(left.edges.size(), right.edges.size());
    for (std::size_t at = 0; at < left.edges.size(); ++at) {
      EXPECT_EQ(left.edges[at].left, right.edges[at].left);
      EXPECT_EQ(left.edges[at].right, right.edges[at].right);
      EXPECT_EQ(left.edges[at].log_ratio, right.edges[at].log_ratio);
    }
  }

  PreparedTable town_;
  std::vector<Rule> all_pairs_{{"*", {}, 400.0 * 200}};
  ChanceAgreement chance_;
  CountedPairs counted_;
  PairModel model_;
};

// Slow twin: every pair weighed by itself, with matches so rare that the cut loses some.
TEST_F(ScorePairs, KeepsThePairsThatAreWorthItAndSumsWhatTheCutLoses) {
  model_.prior_match = 3e-5;
  const ScoredPairs of = scored(nullptr);
  const PairSpace& space = town_.records.space;
  Comparer& comparer = town_.crew.comparers.here();
  PairScorer scorer(model_, comparer);
  std::vector<Candidate> expected;
  std::vector<double> cut(space.list_pair_count());
  std::array<std::int8_t, 32> levels{};
  for (std::uint32_t left = 0; left < space.record_count(); ++left) {
    for (std::uint32_t right = left + 1; right < space.record_count(); ++right) {
      if (!space.may_meet(left, right)) continue;
      comparer.compare(left, right, levels.data());
      const double log_ratio = scorer.log_ratio(levels.data(), left, right);
      const double log_odds = num::logit(model_.prior_match) + log_ratio;
      if (log_odds > worth_keeping)
        expected.push_back({left, right, log_ratio});
      else if (log_ratio > told_against)
        cut[space.list_pair(left, right)] += num::inverse_logit(log_odds);
    }
  }
  EXPECT_EQ(of.pairs, 400 * 200);
  ASSERT_GE(expected.size(), 180u) << "the matches whose names are equal";
  ASSERT_EQ(of.edges.size(), expected.size());
  for (std::size_t at = 0; at < expected.size(); ++at) {
    EXPECT_EQ(std::minmax(of.edges[at].left, of.edges[at].right),
              std::minmax(expected[at].left, expected[at].right));
    EXPECT_NEAR(of.edges[at].log_ratio, expected[at].log_ratio, 1e-9);
  }
  ASSERT_GT(cut[1], 0);
  EXPECT_NEAR(of.cut[1], cut[1], 1e-3 * cut[1]);
  EXPECT_EQ(of.cut[0], 0) << "no list has anybody twice";
}

TEST_F(ScorePairs, GivesTheSameOfPairsThatWereKeptAndOfPairsThatAreVisitedAgain) {
  ASSERT_TRUE(counted_.kept);
  ASSERT_TRUE(counted_.kept->holds_all(model_, least_weights(model_), counted_.counts));
  expect_same(scored(std::move(counted_.kept)), scored(nullptr));
}

class ScorePairsOnThreeThreads : public ScorePairs {
 protected:
  ScorePairsOnThreeThreads() : ScorePairs(3) {}
};

TEST_F(ScorePairsOnThreeThreads, GivesTheSameAsOnOne) {
  class Alone : public ScorePairs {
   public:
    using ScorePairs::scored;
    void TestBody() override {}
  };
  expect_same(scored(nullptr), Alone().scored(nullptr));
}

}  // namespace
}  // namespace sanaq::link
