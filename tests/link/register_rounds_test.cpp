#include "sanaq/link/register_rounds.h"

#include <gtest/gtest.h>

#include "link/a_prepared_table.h"
#include "link/a_town_of_names.h"
#include "sanaq/link/count_pairs.h"
#include "sanaq/link/em.h"
#include "sanaq/link/model_before_pairs.h"
#include "sanaq/link/pair_totals.h"
#include "sanaq/link/score_pairs.h"

namespace sanaq::link {
namespace {

// 600 persons, 300 of them on both lists, linked by what was learnt. Who has another given name on
// the second list may be a brother born on the same day, and is taken for one (twins.h).
constexpr double with_one_name = 270;
struct LinkedTown {
  explicit LinkedTown(Options options = {}) : town(a_town_of_names(600, 2), std::move(options)) {
    const PairModel before = model_before_pairs(town.records, chance, town.crew);
    linkage.blocking = choose_blocking(town.records, chance, before, town.crew);
    const Blocking& blocking = linkage.blocking;
    counts = count_pairs(town.records, blocking.keys, blocking.rules, {}, before, town.crew).counts;
    linkage.model = learn(town.records.columns.features, counts, chance.of_all, chance.by_group,
                          chance.moments, before, 1, pair_totals(town.records.space))
                        .model;
    weigh();
  }
  void weigh() {
    linkage.edges = score_pairs(town.records, linkage.blocking.keys, linkage.blocking.rules,
                                linkage.model, counts, nullptr, town.crew)
                        .edges;
  }
  SettledRegister settled() const {
    return settle_register(town.records, chance, counts, linkage, town.crew);
  }
  double matches(const PairModel& model) const {
    return model.prior_match * town.records.space.pair_count();
  }

  mutable PreparedTable town;
  ChanceAgreement chance = estimate_chance(town.records, town.crew);
  PatternCounts counts;
  Linkage linkage;
};

TEST(RegisterRounds, WhereRegisterAndPairsAgreeNothingIsLearntAnew) {
  const LinkedTown of;
  const SettledRegister settled = of.settled();
  EXPECT_TRUE(settled.rounds.empty());
  EXPECT_EQ(settled.linkage.model.prior_match, of.linkage.model.prior_match);
  double matches = 0;
  for (const double probability : settled.found.pair_probability) matches += probability;
  EXPECT_NEAR(matches, with_one_name, 15);
}

// Models that hold nearly all pairs for matches, or next to none: persons are found all the same.
TEST(RegisterRounds, AModelThatThePersonsContradictIsTaughtByThem) {
  for (const double prior : {0.999999, 1e-9}) {
    LinkedTown of;
    of.linkage.model.prior_match = prior;
    of.weigh();
    const SettledRegister settled = of.settled();
    ASSERT_FALSE(settled.rounds.empty()) << prior;
    EXPECT_TRUE(settled.rounds.back().is_by_persons);
    EXPECT_NEAR(of.matches(settled.linkage.model), with_one_name, 5) << prior;
    EXPECT_FALSE(
        contradicts_pairs(of.town.records, of.chance.moments, settled.linkage, settled.found, 1.03))
        << prior;
  }
}

TEST(RegisterRounds, AModelThatIsKnownIsNotTaught) {
  Options options;
  options.labels = {{"list", "2", "second", "602", false}};
  LinkedTown of(options);
  of.linkage.model.prior_match = 1e-9;
  of.weigh();
  EXPECT_TRUE(of.settled().rounds.empty());
}

class Contradiction : public testing::Test {
 protected:
  bool found(double probability, double factor) const {
    Register found;
    found.pair_probability.assign(of_.linkage.edges.size(), probability);
    return contradicts_pairs(of_.town.records, moments_, even_, found, factor);
  }
  // Ten pairs that are matches or not, alike probable.
  Contradiction() {
    of_.linkage.edges.assign(10, {0, 1, 0.0});
    while (!of_.town.records.space.may_meet(0, of_.linkage.edges[0].right))
      for (Candidate& edge : of_.linkage.edges) ++edge.right;
    even_.model.prior_match = even_.model.prior_within = 0.5;
    even_.edges = of_.linkage.edges;
  }
  LinkedTown of_;
  Linkage even_;
  Moments moments_;
};

TEST_F(Contradiction, IsOneOfTooManyOrTooFewMatches) {
  EXPECT_FALSE(found(0.5, 1.05));
  EXPECT_FALSE(found(0.48, 1.05));
  EXPECT_TRUE(found(0.47, 1.05));
  EXPECT_FALSE(found(0.47, 1.1));
  EXPECT_FALSE(found(0.52, 1.05));
  EXPECT_TRUE(found(0.53, 1.05));
}

TEST_F(Contradiction, IsNoneWhereTheNumberOfMatchesIsKnown) {
  moments_.is_count_known = true;
  EXPECT_FALSE(found(0.1, 1.05));
}

TEST(RegisterRounds, OfOneListTheRegisterKnowsNoMoreThanThePairs) {
  const PreparedTable town(a_town(40, 10));
  Linkage linkage;
  linkage.model.prior_match = linkage.model.prior_within = 0.5;
  linkage.edges = {{0, 1, 0.0}};
  Register found;
  found.pair_probability = {0.01};
  EXPECT_FALSE(contradicts_pairs(town.records, {}, linkage, found, 1.05));
}

}  // namespace
}  // namespace sanaq::link
