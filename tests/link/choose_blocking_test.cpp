#include "sanaq/link/choose_blocking.h"

#include <gtest/gtest.h>

#include "link/a_prepared_table.h"
#include "link/a_town_of_names.h"
#include "sanaq/link/model_before_pairs.h"

namespace sanaq::link {
namespace {

struct Blocked {
  explicit Blocked(record::RecordTable table, Options options = {})
      : town(std::move(table), std::move(options)),
        chance(estimate_chance(town.records, town.crew)),
        before(model_before_pairs(town.records, chance, town.crew)),
        blocking(choose_blocking(town.records, chance, before, town.crew)) {}
  PreparedTable town;
  ChanceAgreement chance;
  PairModel before;
  Blocking blocking;
};

TEST(ChooseBlocking, OfFewRecordsAllPairsAreCompared) {
  const Blocked of(a_town_of_names(900, 2));
  ASSERT_EQ(of.blocking.rules.size(), 1u);
  EXPECT_TRUE(of.blocking.rules[0].keys.empty());
  EXPECT_EQ(of.blocking.rules[0].pairs, 900.0 * 450);
  EXPECT_EQ(of.blocking.recall, 1);
  EXPECT_FALSE(of.blocking.matches);
  EXPECT_EQ(of.blocking.model.prior_match, of.before.prior_match) << "nothing taught it";
}

TEST(ChooseBlocking, TheUsersRulesAreTakenAsTheyAre) {
  const Blocked of(a_town_of_names(2000, 2), {.block_rules = {"birth", "name_key2,place"}});
  ASSERT_EQ(of.blocking.rules.size(), 2u);
  EXPECT_EQ(of.blocking.rules[1].name, "name_key2,place");
  EXPECT_GT(of.blocking.rules[0].pairs, 900) << "the matches at least";
  EXPECT_FALSE(of.blocking.matches);
  EXPECT_THROW(Blocked(a_town_of_names(50, 2), {.block_rules = {"shoe size"}}), base::Error);
}

// 1,000 persons of 2,000 stand twice, a third of them with a slip in the town.
struct BlockedTown : Blocked {
  BlockedTown() : Blocked(a_town(2000, 1000)) {}
};

TEST(ChooseBlocking, OfManyRecordsRulesAreChosenThatFindTheMatches) {
  const BlockedTown of;
  const Blocking& blocking = of.blocking;
  ASSERT_TRUE(blocking.matches);
  std::vector<std::uint32_t> place(of.town.table.record_count());
  for (std::uint32_t at = 0; at < place.size(); ++at) place[of.town.records.order[at]] = at;
  std::size_t found = 0;
  for (std::uint32_t person = 0; person < 1000; ++person)
    found += std::any_of(blocking.rules.begin(), blocking.rules.end(), [&](const Rule& rule) {
      return meets(rule, blocking.keys, place[2 * person], place[2 * person + 1]);
    });
  EXPECT_GE(found, 980u);
  EXPECT_NEAR(blocking.recall, static_cast<double>(found) / 1000, 0.02);
  double pairs = 0;
  for (const Rule& rule : blocking.rules) pairs += rule.pairs;
  EXPECT_LT(pairs, of.town.records.space.pair_count() / 2) << "or choosing is worth nothing";
}

TEST(ChooseBlocking, LearningPairsTeachTheModelHowManyMatchesThereAre) {
  const BlockedTown of;
  EXPECT_FALSE(of.blocking.learning.rules().empty());
  const double pairs = of.town.records.space.pair_count();
  EXPECT_NEAR(of.blocking.model.prior_match * pairs, 1000, 50);
  EXPECT_NE(of.blocking.model.prior_match, of.before.prior_match);
}

TEST(ChooseBlocking, ARecallIsThatOfTheRulesItIsAskedOf) {
  const Blocked of(a_town_of_names(4000, 2));
  EXPECT_EQ(recall_with(of.blocking, of.blocking.rules), of.blocking.recall);
  EXPECT_EQ(recall_with(of.blocking, {}), 0);
  const std::size_t two_lists = PairSpace::list_pair_of_lists(0, 1);
  EXPECT_NEAR(recall_by_lists(of.blocking, of.town.records.space)[two_lists], of.blocking.recall,
              1e-9);
  Blocking given;
  given.recall = 0.9;
  EXPECT_EQ(recall_with(given, {}), 0.9) << "known, whichever rules they are";
  EXPECT_EQ(recall_by_lists(given, of.town.records.space), std::vector<double>(3, 0.9));
}

TEST(ChooseBlocking, OfARuleOfVeryManyPairsASampleStandsForThemAll) {
  const std::vector<Rule> rules = rules_to_learn_from({{"few", {0}, 1e6}, {"many", {1}, 2e8}});
  EXPECT_EQ(rules[0].probes, 1);
  EXPECT_LT(rules[1].probes, 1);
  EXPECT_NEAR(rules[1].pairs / rules[1].weight(), 2e7, 1);
}

}  // namespace
}  // namespace sanaq::link
