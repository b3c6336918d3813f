#include "sanaq/ledger/world.h"

#include <gtest/gtest.h>

#include "ledger/a_folder_of_facts.h"

namespace sanaq::ledger {
namespace {

std::string key(const std::string& name) { return AFolderOfFacts::key(name); }

struct AReading {
  AReading(const AFolderOfFacts& folder, std::vector<Ruling> found)
      : facts(folder.facts()), rulings(std::move(found)), id(folder.id()) {}
  Facts facts;
  SignatureCheck check = AFolderOfFacts::holds;
  std::vector<Ruling> rulings;
  std::string id;
  KnownChains known{facts, check};
  Limits limits{known, rulings};
  Vouches vouches{known, {}};
  World world{known, id, rulings, limits, vouches};
};

AFolderOfFacts three_voices() {
  AFolderOfFacts folder;
  folder.found("A");
  folder.begin("B");
  folder.take_in("A", "B");
  folder.begin("C");
  folder.take_in("B", "C");
  folder.give_voice("A", "C");
  return folder;
}

TEST(World, StopsAtTheFirstEventThatBringsADecisionAndTakesAllOnceItIsKnown) {
  AFolderOfFacts folder = three_voices();
  folder.revoke("A", "C", 1);
  const EntryPlace deciding = folder.revoke("B", "C", 1);
  folder.begin("D");
  folder.take_in("A", "D");
  AReading first(folder, {});
  const auto ruling = first.world.take_all(true);
  ASSERT_TRUE(ruling);
  EXPECT_EQ(first.known.items()[ruling->at].place, deciding);
  EXPECT_EQ(ruling->key, key("C"));
  EXPECT_EQ(ruling->leaves, (std::set<std::string>{key("A"), key("B")}));
  EXPECT_EQ(first.world.find(key("D")), nullptr);
  AReading second(folder, {*ruling});
  EXPECT_FALSE(second.world.take_all(true));
  EXPECT_TRUE(second.world.find(key("C"))->is_gone);
  EXPECT_TRUE(second.world.find(key("D"))->is_member);
  EXPECT_EQ(second.world.voice_count(), 2);
}

TEST(World, WithoutMayRuleItTakesAllAndDecidesNothing) {
  AFolderOfFacts folder = three_voices();
  folder.revoke("A", "C", 1);
  folder.revoke("B", "C", 1);
  folder.write("C", 2);
  AReading reading(folder, {});
  EXPECT_FALSE(reading.world.take_all(false));
  EXPECT_EQ(reading.world.voice_count(), 3);
  EXPECT_EQ(reading.world.votes().at(key("C")).size(), 2U);
}

TEST(World, NotesWhoAskedForAnErasureAndWhoVouched) {
  AFolderOfFacts folder = three_voices();
  const EntryPlace entry = folder.write("C");
  folder.erase("A", entry);
  folder.begin("M");
  folder.take_in("C", "M");
  folder.erase("M", entry);
  folder.vouch("B", "M", 1);
  folder.vouch("M", "B", 1);
  AReading reading(folder, {});
  (void)reading.world.take_all(false);
  ASSERT_EQ(reading.world.asked().size(), 2U);
  EXPECT_TRUE(reading.world.asked()[0].has_voice);
  EXPECT_FALSE(reading.world.asked()[0].is_only_voice);
  EXPECT_FALSE(reading.world.asked()[1].has_voice);
  ASSERT_EQ(reading.world.vouches_found().size(), 1U);
  EXPECT_EQ(reading.world.vouches_found()[0].person, key("B"));
}

}  // namespace
}  // namespace sanaq::ledger
