#include "sanaq/investigation/undo.h"

#include <gtest/gtest.h>

#include "investigation/a_mended_town.h"
#include "sanaq/base/files.h"
#include "sanaq/investigation/settings_changes.h"

namespace sanaq::investigation {
namespace {

class AnUndoneTown : public AMendedTown {
 public:
  std::string decide(ledger::Verdict verdict, const std::vector<std::string>& records,
                     const std::string& task = "") {
    const Outcome outcome = ingested();
    ledger::Decision decision;
    decision.asked.task = task;
    decision.verdict = verdict;
    decision.by = "A. Tester";
    for (const std::string& name : records)
      decision.records.push_back(outcome.records.identities[persons::record_called(outcome, name)]);
    return enter("decision", ledger::body_of(decision));
  }
  std::string say(const std::string& property) {
    ledger::Statement said;
    said.subject = "event:1";
    said.property = property;
    said.value = "11";
    return enter("statement", ledger::body_of(said));
  }
  std::string enter(const std::string& kind, const nlohmann::json& body) {
    ledger::Writer writer(folder);
    const ledger::Entry entry = writer.append(kind, body);
    return persons::short_name({entry.writer, entry.seq});
  }
  std::vector<Change> changes(std::size_t count = 10) {
    const Outcome outcome = ingested();
    return last_changes(folder, count, words_of_rows(outcome));
  }
  std::string undo_change(const std::string& name = "") {
    const Outcome outcome = ingested();
    return undo(folder, change_to_undo(folder, name, words_of_rows(outcome)), "a slip",
                [&] { return ledger::Writer(folder); })
        .entry;
  }
  base::Kind refusal(const std::string& name) {
    return kind_of([&] { (void)undo_change(name); });
  }
};

TEST(Undo, WhatWasChangedIsOneListTheNewestFirst) {
  AnUndoneTown town;
  const std::string decision = town.decide(ledger::Verdict::same, {"hospital:1", "morgue:m1"});
  (void)set_typed(town.folder, {"title"}, "B");
  const std::string mending = town.mend("morgue:m1", "birth", "1971");
  const std::string statement = town.say("dead");
  (void)set_typed(town.folder, {"link", "threshold"}, "0.7");
  const std::vector<Change> all = town.changes();
  ASSERT_EQ(all.size(), 5U);
  EXPECT_EQ(all[0].name, "settings:2");
  EXPECT_EQ(all[0].words().english(),
            "the probability from which records are one person: 0.7; that was not said before");
  EXPECT_EQ(all[1].name, statement);
  EXPECT_EQ(all[1].words().english(), "statement: event:1 dead 11");
  EXPECT_EQ(all[2].name, mending);
  EXPECT_NE(all[2].words().english().find("mended: Birth = 1971: morgue:m1 Aibar Tanbaev"),
            std::string::npos);
  EXPECT_EQ(all[3].name, "settings:1");
  EXPECT_EQ(all[4].name, decision);
  EXPECT_NE(all[4].words().english().find("one person: hospital:1 Айбар Танбаев"),
            std::string::npos);
  EXPECT_EQ(all[4].rows.size(), 2U);
  EXPECT_EQ(town.changes(2).size(), 2U);
}

TEST(Undo, EachStepIsTakenBackInTurn) {
  AnUndoneTown town;
  const std::string before = base::read_file(town.folder + "/investigation.toml");
  (void)town.decide(ledger::Verdict::same, {"hospital:1", "morgue:m1"});
  (void)set_typed(town.folder, {"title"}, "B");
  (void)town.mend("morgue:m1", "birth", "1971");
  (void)set_typed(town.folder, {"title"}, "C");
  EXPECT_EQ(town.undo_change(), "settings:3");
  (void)town.undo_change();  // the mending
  EXPECT_EQ(AMendedTown::cell(town.ingested(), "morgue:m1", record::Field::birth), "1970-02-03");
  (void)town.undo_change();
  EXPECT_EQ(base::read_file(town.folder + "/investigation.toml"), before);
  (void)town.undo_change();
  EXPECT_TRUE(ledger::decisions_in_force(town.folder).empty());
  EXPECT_TRUE(town.changes().empty());
  EXPECT_EQ(town.refusal(""), base::Kind::not_found);
}

TEST(Undo, OneActOfSeveralDecisionsIsTakenBackAsOne) {
  AnUndoneTown town;
  const std::string alone = town.decide(ledger::Verdict::unsure, {"hospital:1", "morgue:m1"});
  const std::string task(32, 'a');
  (void)town.decide(ledger::Verdict::out_of_scope, {"hospital:1"}, task);
  (void)town.decide(ledger::Verdict::out_of_scope, {"morgue:m1"}, task);
  const std::vector<Change> both = town.changes();
  ASSERT_EQ(both.size(), 2U);
  EXPECT_NE(both[0].words().english().find("; out of scope: morgue:m1"), std::string::npos)
      << both[0].words().english();
  (void)town.undo_change();
  ASSERT_EQ(town.changes().size(), 1U);
  EXPECT_EQ(town.changes()[0].name, alone);
}

TEST(Undo, TheAnswerBeforeCountsAgain) {
  AnUndoneTown town;
  (void)town.decide(ledger::Verdict::same, {"hospital:1", "morgue:m1"});
  const std::string second = town.decide(ledger::Verdict::different, {"hospital:1", "morgue:m1"});
  EXPECT_EQ(town.changes().size(), 1U);
  (void)town.undo_change(second);
  ASSERT_EQ(ledger::decisions_in_force(town.folder).size(), 1U);
  EXPECT_EQ(ledger::decisions_in_force(town.folder)[0].verdict, ledger::Verdict::same);
}

TEST(Undo, WhatCannotBeUndoneSaysSo) {
  AnUndoneTown town;
  const std::string statement = town.say("dead");
  const std::string comment = town.enter("comment", {{"day", "2026-11-30"},
                                                     {"envelope", std::string(64, 'a')},
                                                     {"lang", "en"},
                                                     {"page", "articles/a.html"},
                                                     {"text", "x"}});
  EXPECT_EQ(town.refusal(comment), base::Kind::usage);
  EXPECT_EQ(town.refusal("settings:1"), base::Kind::not_found);
  EXPECT_EQ(town.refusal("settings:x"), base::Kind::usage);
  EXPECT_EQ(town.refusal("merge"), base::Kind::usage);
  const std::string retraction = town.undo_change(statement);
  EXPECT_EQ(town.refusal(statement), base::Kind::conflict);  // it was taken back already
  EXPECT_EQ(town.refusal(retraction), base::Kind::usage);
  const std::string founding = statement.substr(0, 9) + "1";
  EXPECT_EQ(town.refusal(founding), base::Kind::usage);
  (void)set_typed(town.folder, {"title"}, "B");
  town.scratch.write("town/investigation.toml",
                     base::read_file(town.folder + "/investigation.toml") + "# by hand\n");
  EXPECT_EQ(town.refusal("settings:1"), base::Kind::conflict);
}

TEST(Undo, WhatSomebodyElseEnteredIsNotOnes) {
  AnUndoneTown town;
  const std::string statement = town.say("dead");
  ::setenv("SANAQ_KEYS", (town.scratch / "others").c_str(), 1);
  EXPECT_TRUE(town.changes().empty());
  EXPECT_EQ(town.refusal(statement), base::Kind::conflict);
}

}  // namespace
}  // namespace sanaq::investigation
