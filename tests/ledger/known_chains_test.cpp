#include "sanaq/ledger/known_chains.h"

#include <gtest/gtest.h>

#include "ledger/a_folder_of_facts.h"

namespace sanaq::ledger {
namespace {

std::string key(const std::string& name) { return AFolderOfFacts::key(name); }

struct Known {
  explicit Known(const AFolderOfFacts& folder) : facts(folder.facts()) {}
  Facts facts;
  SignatureCheck check = AFolderOfFacts::holds;
  KnownChains chains{facts, check};
};

TEST(KnownChains, FollowsSameToTheKeyThatNamesThePerson) {
  AFolderOfFacts folder;
  folder.found("A");
  folder.begin("B", "A");
  folder.begin("C", "B");
  const Known known(folder);
  EXPECT_EQ(known.chains.root(key("C")), key("A"));
  EXPECT_EQ(known.chains.root(key("A")), key("A"));
  EXPECT_EQ(known.chains.root(key("never seen")), key("never seen"));
  EXPECT_EQ(known.chains.parent(key("C")), key("B"));
  EXPECT_EQ(known.chains.writers_of(key("A")).size(), 3U);
}

TEST(KnownChains, OfARingTheSmallestKeyIsTheRoot) {
  AFolderOfFacts folder;
  folder.begin("A", "C", key("id"));
  folder.begin("B", "A", key("id"));
  folder.begin("C", "B", key("id"));
  folder.begin("D", "B", key("id"));
  const Known known(folder);
  const std::string smallest = std::min({key("A"), key("B"), key("C")});
  for (const char* name : {"A", "B", "C", "D"})
    EXPECT_EQ(known.chains.root(key(name)), smallest) << name;
}

TEST(KnownChains, PutsItemsIntoTheOrderOfAllEntries) {
  AFolderOfFacts folder;
  folder.found("A");
  folder.begin("B");
  folder.at(9).take_in("A", "B");
  folder.at(7).erase("B", {key("A"), 1});
  const Known known(folder);
  ASSERT_EQ(known.chains.items().size(), 4U);
  EXPECT_EQ(known.chains.items()[2].kind, PlacedKind::erasure);
  EXPECT_EQ(known.chains.event_at({key("A"), 2}), 3U);
  EXPECT_EQ(known.chains.event_at({key("B"), 2}), std::nullopt);  // no key event
}

TEST(KnownChains, KnowsUnderWhichIdAChainBegan) {
  AFolderOfFacts folder;
  folder.found("A", "paper");
  folder.begin("B");
  folder.write_old("C", 2);
  const Known known(folder);
  EXPECT_TRUE(known.chains.began_under(key("A"), folder.id()));
  EXPECT_TRUE(known.chains.began_under(key("B"), folder.id()));
  EXPECT_FALSE(known.chains.began_under(key("B"), key("other")));
  EXPECT_TRUE(known.chains.began_under(key("C"), std::string(no_id)));
  EXPECT_EQ(known.chains.recovery_key(key("A"), folder.id()), key("paper"));
  EXPECT_EQ(known.chains.recovery_key(key("B"), folder.id()), "");
  EXPECT_EQ(known.chains.founder_of(folder.id()), key("A"));
  EXPECT_EQ(known.chains.founder_of(key("other")), "");
}

TEST(KnownChains, KnowsWhereTheFirstForkParts) {
  AFolderOfFacts folder;
  folder.found("A");
  folder.write("A", 5);
  folder.fork("A", "one", 4);
  folder.write("A");
  folder.fork("A", "two", 2);
  folder.write("A");
  const Known known(folder);
  EXPECT_EQ(known.chains.first_parting(key("A")), 3);
  EXPECT_EQ(known.chains.first_parting(key("B")), 0);
  EXPECT_EQ(known.chains.files(key("A")).size(), 3U);
  EXPECT_EQ(known.chains.files(key("A")).front()->fork, "");
  ASSERT_NE(known.chains.file(key("A"), AFolderOfFacts::fork_name("two")), nullptr);
  EXPECT_EQ(known.chains.file(key("A"), "no such fork"), nullptr);
}

}  // namespace
}  // namespace sanaq::ledger
