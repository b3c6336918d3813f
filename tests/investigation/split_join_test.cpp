#include "sanaq/investigation/split_join.h"

#include <gtest/gtest.h>

#include "investigation/a_linked_outcome.h"
#include "investigation/a_mended_town.h"
#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/persons/case_names.h"

namespace sanaq::investigation {
namespace {

using ledger::Verdict;

// hospital 0 1, morgue 2 3, union 4 and 5: 0, 2 and 4 are one person, 1 and 3 another.
Outcome an_outcome() { return linked_outcome(invented_lists(), {0, 1, 0, 1, 0, 2}, {}); }

}  // namespace

TEST(SplitJoin, ASplitSaysWhoKeepsTheAddressAndIsOneAct) {
  const Outcome outcome = an_outcome();
  const PersonsChange change = split_person(outcome, {4}, "another birth");
  EXPECT_EQ(change.first, (std::vector<std::uint32_t>{0, 2}));
  EXPECT_EQ(change.second, (std::vector<std::uint32_t>{4}));
  ASSERT_EQ(change.decisions.size(), 2U);  // the two stay together; the third is another
  EXPECT_EQ(change.decisions[0].verdict, Verdict::same);
  EXPECT_EQ(change.decisions[1].verdict, Verdict::different);
  EXPECT_EQ(change.decisions[0].asked.task, change.decisions[1].asked.task);
  EXPECT_EQ(change.decisions[0].asked.task.size(), 32U);
  EXPECT_EQ(change.decisions[0].reason, "another birth");
  EXPECT_TRUE(change.effect[0].english().starts_with(
      "1 person becomes 2; the address stays with hospital:1 Aibar Tanbaev"))
      << change.effect[0].english();
}

TEST(SplitJoin, WhereTheFoundingRecordLeavesTheAddressGoesWithIt) {
  const PersonsChange change = split_person(an_outcome(), {0}, "");
  EXPECT_EQ(change.first, (std::vector<std::uint32_t>{0}));
  EXPECT_EQ(change.second, (std::vector<std::uint32_t>{2, 4}));
}

TEST(SplitJoin, WhatCannotBeSplitIsRefusedWithTheReason) {
  Outcome outcome = an_outcome();
  EXPECT_THROW((void)split_person(outcome, {}, ""), base::Error);
  EXPECT_THROW((void)split_person(outcome, {0, 2, 4}, ""), base::Error);  // nobody left
  EXPECT_THROW((void)split_person(outcome, {5}, ""), base::Error);        // one record alone
  EXPECT_THROW((void)split_person(outcome, {0, 1}, ""), base::Error);     // two persons
  outcome.in_scope[5] = false;
  outcome.persons = persons::persons_of(outcome.records, outcome.link, outcome.in_scope,
                                        outcome.record_ids, outcome.arrivals);
  EXPECT_THROW((void)split_person(outcome, {5}, ""), base::Error);
  EXPECT_THROW((void)join_persons(outcome, 0, 5, ""), base::Error);
  EXPECT_THROW((void)join_persons(outcome, 0, 4, ""), base::Error);  // one already
}

TEST(SplitJoin, WhoeverSplitsSaysWhomANameOfTheCaseFileMeans) {
  std::vector<AnInventedList> lists = invented_lists();
  lists.push_back({std::string(persons::case_list_name), "name\nAibar Tanbaev\n"});
  Outcome outcome = linked_outcome(lists, {0, 1, 0, 1, 0, 2, 3}, {});
  outcome.list_fields.pop_back();  // it is no list
  outcome.persons[0].records.push_back(6);
  outcome.persons.pop_back();
  EXPECT_EQ(split_person(outcome, {4}, "").decisions.size(), 2U);
  const PersonsChange change = split_person(outcome, {4}, "", {{6, CaseSide::second}});
  EXPECT_EQ(change.case_records, (std::vector<std::uint32_t>{6}));
  ASSERT_EQ(change.decisions.size(), 3U);
  EXPECT_EQ(change.decisions[2].verdict, Verdict::same);
  EXPECT_EQ(change.decisions[2].records, (std::vector<std::string>{outcome.records.identities[4],
                                                                   outcome.records.identities[6]}));
  EXPECT_EQ(change.decisions[2].asked.task, change.decisions[0].asked.task);
  EXPECT_THROW((void)split_person(outcome, {4}, "", {{1, CaseSide::first}}), base::Error);
}

TEST(SplitJoin, AJoinKeepsTheOlderAddressAndSaysWhichLeadsThere) {
  Outcome outcome = an_outcome();
  outcome.addresses.secret = std::string(32, 's');
  const PersonsChange change = join_persons(outcome, 3, 4, "");
  EXPECT_EQ(change.first, (std::vector<std::uint32_t>{0, 2, 4}));
  EXPECT_EQ(change.second, (std::vector<std::uint32_t>{1, 3}));
  ASSERT_EQ(change.decisions.size(), 1U);
  EXPECT_EQ(change.decisions[0].records.size(), 5U);
  const std::string address = persons::keyed_address(outcome.addresses.secret, outcome.origins[1]);
  EXPECT_NE(change.effect[1].english().find("its address leads there from now on"),
            std::string::npos);
  EXPECT_NE(change.effect[1].english().find("[" + address + "]"), std::string::npos);
}

// The person whose records have one of this name in the case file.
const persons::Person* meant_by_case_file(const Outcome& outcome) {
  for (const persons::Person& person : outcome.persons) {
    for (const std::uint32_t record : person.records) {
      if (outcome.records.lists[outcome.records.list_of[record]].name == persons::case_list_name)
        return &person;
    }
  }
  return nullptr;
}

TEST(SplitJoin, AfterASplitTheCaseFileMeansWhomItWasSaidToMean) {
  AMendedTown town;
  town.scratch.write("town/acts.csv",
                     "act,victim,type,source\na1,Айбар Танбаев,010101,an invented sheet\n");
  const std::string settings = base::read_file(town.folder + "/investigation.toml");
  town.scratch.write("town/investigation.toml",
                     settings + "[[table]]\nkind = \"act\"\nfile = \"acts.csv\"\n");
  const Outcome before = town.linked();
  const persons::Person* person = meant_by_case_file(before);
  ASSERT_NE(person, nullptr);
  ASSERT_EQ(person->records.size(), 4U);  // three lists and the case file
  const PersonsChange change =
      split_person(before, {person->records[2]}, "", {{person->records[3], CaseSide::second}});
  {
    ledger::Writer writer(town.folder);
    std::vector<std::pair<std::string, nlohmann::json>> entries;
    for (ledger::Decision decision : change.decisions) {
      decision.by = "A. Tester";
      entries.emplace_back("decision", ledger::body_of(decision));
    }
    writer.append_all(entries);
  }
  const Outcome after = town.linked();
  const persons::Person* now = meant_by_case_file(after);
  ASSERT_NE(now, nullptr);
  EXPECT_EQ(now->records.size(), 2U);
  EXPECT_EQ(after.records.identities[now->records.front()],
            before.records.identities[person->records[2]]);
  EXPECT_TRUE(after.decisions_for_review.empty());
  EXPECT_EQ(after.persons.size(), before.persons.size() + 1);
}

}  // namespace sanaq::investigation
