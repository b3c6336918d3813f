#include "sanaq/ledger/rulings.h"

#include <gtest/gtest.h>

#include "ledger/a_folder_of_facts.h"

namespace sanaq::ledger {
namespace {

std::string key(const std::string& name) { return AFolderOfFacts::key(name); }

// Items 0 to 9 are entries of A, which founds; B rests on A and C on B.
class RulingsTest : public ::testing::Test {
 protected:
  RulingsTest() {
    folder_.found("A");
    folder_.begin("B", "A");
    folder_.begin("C", "B");
    for (int at = 0; at < 7; ++at) folder_.confirm("A", "A");
    facts_ = folder_.facts();
  }
  Limits limits(const std::vector<Ruling>& rulings) {
    known_.emplace(facts_, check_);
    rulings_ = rulings;
    return Limits(*known_, rulings_);
  }
  static Ruling limit(std::size_t at, const std::string& name, std::int64_t last,
                      Rank rank = Rank::majority) {
    Ruling ruling;
    ruling.rank = rank;
    ruling.at = at;
    ruling.key = key(name);
    ruling.last = last;
    return ruling;
  }
  AFolderOfFacts folder_;
  Facts facts_;
  SignatureCheck check_ = AFolderOfFacts::holds;
  std::optional<KnownChains> known_;
  std::vector<Ruling> rulings_;
};

TEST_F(RulingsTest, TheStrictestLimitHolds) {
  const Limits found = limits({limit(3, "A", 5), limit(4, "A", 2), limit(5, "B", 7)});
  ASSERT_NE(found.strictest(key("A")), nullptr);
  EXPECT_EQ(found.strictest(key("A"))->last, 2);
  EXPECT_EQ(found.strictest(key("B"))->last, 7);
  EXPECT_EQ(found.strictest(key("C")), nullptr);
  EXPECT_EQ(found.in_force().size(), 3U);
}

TEST_F(RulingsTest, EndsChainsThatRestOnTheKeyButForThoseThatAreKept) {
  Ruling ruling = limit(3, "A", 5);
  ruling.ends_same = true;
  EXPECT_EQ(limits({ruling}).strictest(key("C"))->last, 0);
  ruling.keeps = {key("B")};
  const Limits found = limits({ruling});
  EXPECT_EQ(found.strictest(key("B")), nullptr);
  EXPECT_EQ(found.strictest(key("C"))->last, 0);  // it is not named
  EXPECT_TRUE(found.is_given_up(key("C"), 3));
  EXPECT_FALSE(found.is_given_up(key("C"), 2));
}

TEST_F(RulingsTest, ALiftEndsWhatVotesDecidedBeforeIt) {
  Ruling lift;
  lift.kind = RulingKind::lift;
  lift.rank = Rank::majority;
  lift.at = 5;
  lift.key = key("A");
  const Limits found =
      limits({limit(3, "A", 1), lift, limit(6, "A", 4), limit(4, "A", 3, Rank::own)});
  ASSERT_EQ(found.of(key("A")).size(), 2U);
  EXPECT_EQ(found.strictest(key("A"))->last, 3);  // the owner's own stays
}

TEST_F(RulingsTest, WhatIsOverruledIsVoid) {
  Ruling overrule;
  overrule.kind = RulingKind::overrule;
  overrule.at = 5;
  overrule.key = key("A");
  overrule.overruled = {key("A"), 2};  // item 3
  const Limits found = limits({limit(3, "A", 1, Rank::own), overrule});
  EXPECT_EQ(found.strictest(key("A")), nullptr);
  EXPECT_TRUE(found.is_overruled({key("A"), 2}));
  EXPECT_FALSE(found.is_overruled({key("A"), 3}));
}

TEST_F(RulingsTest, GoingOnUnderAnotherKeyGivesNoneUp) {
  Ruling ruling = limit(3, "A", 1, Rank::own);
  ruling.event = KeyEventKind::replaced;
  EXPECT_FALSE(limits({ruling}).is_given_up(key("A"), 9));
  EXPECT_FALSE(limits({limit(3, "A", 1, Rank::one_vote)}).is_given_up(key("A"), 9));
}

}  // namespace
}  // namespace sanaq::ledger
