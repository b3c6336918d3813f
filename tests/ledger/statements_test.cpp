#include "sanaq/ledger/statements.h"

#include <gtest/gtest.h>

#include "ledger/a_ledger.h"
#include "sanaq/base/error.h"

namespace sanaq::ledger {
namespace {

std::string identity(const std::string& digit) {
  std::string digits;
  while (digits.size() < 32) digits += digit;
  return digits;
}

Decision a_decision(Verdict verdict, std::vector<std::string> records) {
  return {verdict, std::move(records), "both name the same mother", "A. Tester", {}, ""};
}

}  // namespace

TEST(Statements, AStatementIsReadAsItWasSaid) {
  const ALedger ledger;
  Statement said;
  said.subject = "event:1";
  said.property = "dead";
  said.value = "11";
  said.source = "prosecutor";
  said.visibility = "public";
  {
    Writer writer(ledger.folder());
    writer.append("statement", body_of(said));
  }
  const auto read = statements_in_force(ledger.folder());
  ASSERT_EQ(read.size(), 1U);
  EXPECT_EQ(body_of(read[0]), body_of(said));
  EXPECT_EQ(read[0].place.seq, 3);  // after the founding and the secret
}

TEST(Statements, ContradictionsStandSideBySideUntilOneIsRetracted) {
  const ALedger ledger;
  ledger.write(2);
  EXPECT_EQ(statements_in_force(ledger.folder()).size(), 2U);
  const EntryPlace place = statements_in_force(ledger.folder())[0].place;
  EntryPlace retraction;
  {
    Writer writer(ledger.folder());
    const Entry entry = writer.append("retraction", retraction_body(place, "a slip", "A. Tester"));
    retraction = {entry.writer, entry.seq};
  }
  ASSERT_EQ(statements_in_force(ledger.folder()).size(), 1U);
  EXPECT_EQ(statements_in_force(ledger.folder())[0].value, "1");
  {
    Writer writer(ledger.folder());
    writer.append("retraction", retraction_body(retraction, "it was right after all", "A. Tester"));
  }
  EXPECT_EQ(statements_in_force(ledger.folder()).size(), 2U);
}

TEST(Statements, OfSeveralDecisionsOnTheSameRecordsTheLastOneCounts) {
  const ALedger ledger;
  {
    Writer writer(ledger.folder());
    writer.append("decision", body_of(a_decision(Verdict::same, {identity("a"), identity("b")})));
    writer.append("decision", body_of(a_decision(Verdict::out_of_scope, {identity("c")})));
    writer.append("decision",
                  body_of(a_decision(Verdict::different, {identity("b"), identity("a")})));
  }
  const auto decisions = decisions_in_force(ledger.folder());
  ASSERT_EQ(decisions.size(), 2U);
  EXPECT_EQ(decisions[0].verdict, Verdict::out_of_scope);
  EXPECT_EQ(decisions[1].verdict, Verdict::different);
  EXPECT_EQ(decisions[1].reason, "both name the same mother");
}

TEST(Statements, EveryDecisionThatWasEnteredIsFoundThoseTooThatNoLongerCount) {
  const ALedger ledger;
  {
    Writer writer(ledger.folder());
    writer.append("decision", body_of(a_decision(Verdict::same, {identity("a"), identity("b")})));
    const Entry unsure = writer.append(
        "decision", body_of(a_decision(Verdict::unsure, {identity("a"), identity("b")})));
    (void)retract(writer, {unsure.writer, unsure.seq}, "", "");
  }
  const auto entered = decisions_entered(ledger.folder());
  ASSERT_EQ(entered.size(), 2U);
  EXPECT_EQ(entered[1].verdict, Verdict::unsure);
  ASSERT_EQ(decisions_in_force(ledger.folder()).size(), 1U);
  EXPECT_EQ(decisions_in_force(ledger.folder())[0].verdict, Verdict::same);
}

TEST(Statements, AWordThatALaterVersionSaysDecidesNothing) {
  const ALedger ledger;
  {
    Writer writer(ledger.folder());
    auto body = body_of(a_decision(Verdict::same, {identity("a"), identity("b")}));
    body["decision"] = "twins";
    writer.append("decision", body);
  }
  EXPECT_TRUE(decisions_in_force(ledger.folder()).empty());
  EXPECT_TRUE(decisions_entered(ledger.folder()).empty());
}

TEST(Statements, ARowThatIsNobodyAndTheRoundAreReadAsTheyWereSaid) {
  const ALedger ledger;
  Decision said = a_decision(Verdict::no_person, {identity("a"), identity("b"), identity("c")});
  said.round = 2;
  {
    Writer writer(ledger.folder());
    writer.append("decision", body_of(said));
  }
  const auto decisions = decisions_in_force(ledger.folder());
  ASSERT_EQ(decisions.size(), 1U);
  EXPECT_EQ(decisions[0].verdict, Verdict::no_person);
  EXPECT_EQ(decisions[0].round, 2);
  EXPECT_EQ(body_of(decisions[0]), body_of(said));
  EXPECT_EQ(body_of(said)["decision"], "no_person");
}

TEST(Statements, AMendingKeepsItsReasonAndTheCellThatItReplaces) {
  const ALedger ledger;
  Statement said;
  said.subject = "record:" + identity("a");
  said.property = "mend/birth";
  said.reason = "the passport";
  said.cells = {{{"birth"}, identity("b")}};
  {
    Writer writer(ledger.folder());
    writer.append("statement", body_of(said));
  }
  const auto read = statements_in_force(ledger.folder());
  ASSERT_EQ(read.size(), 1U);
  EXPECT_EQ(body_of(read[0]), body_of(said));
  EXPECT_FALSE(body_of(said).contains("value"));  // nobody knows
}

TEST(Statements, AnEntryIsFoundByTheBeginningOfItsWriter) {
  const ALedger ledger;
  const std::string writer = ledger.write(2);
  EXPECT_EQ(find_entry(ledger.folder(), writer.substr(0, 8) + ":3"), (EntryPlace{writer, 3}));
  EXPECT_THROW((void)find_entry(ledger.folder(), writer + ":5"), base::Error);
  EXPECT_THROW((void)find_entry(ledger.folder(), "zz:1"), base::Error);
  EXPECT_THROW((void)find_entry(ledger.folder(), "7"), base::Error);
  EXPECT_THROW((void)find_entry(ledger.folder(), ":7"), base::Error);
}

TEST(Statements, ADecisionKeepsHowItWasAskedAndOneThatWasReplacedStillStands) {
  const ALedger ledger;
  Decision answer = a_decision(Verdict::same, {identity("a"), identity("b")});
  answer.asked = {identity("7"), "random", "different", true, 41};
  Decision again = a_decision(Verdict::different, {identity("b"), identity("a")});
  again.asked.task = identity("8");
  again.asked.chosen = "again";
  {
    Writer writer(ledger.folder());
    writer.append("decision", body_of(answer));
    writer.append("decision", body_of(again));
  }
  const auto standing = decisions_standing(ledger.folder());
  ASSERT_EQ(standing.size(), 2U);
  EXPECT_EQ(standing[0].asked, answer.asked);
  EXPECT_EQ(standing[1].asked, again.asked);
  EXPECT_EQ(decisions_in_force(ledger.folder()).size(), 1U);
  {
    Writer writer(ledger.folder());
    retract(writer, standing[1].place, "a slip", "A. Tester");
  }
  EXPECT_EQ(decisions_standing(ledger.folder()).size(), 1U);
  EXPECT_EQ(decisions_entered(ledger.folder()).size(), 2U);
}

// An answer of a program that knows less has none of this, and one that knows more is passed over.
TEST(Statements, AFieldOrWordOfALaterVersionBindsNothingElse) {
  const ALedger ledger;
  {
    Writer writer(ledger.folder());
    writer.append("decision", {{"decision", "same"},
                               {"records", {identity("a"), identity("b")}},
                               {"chosen", "by the moon"},
                               {"mood", 5}});
    writer.append("decision",
                  {{"decision", "perhaps"}, {"records", {identity("c"), identity("d")}}});
  }
  const auto standing = decisions_standing(ledger.folder());
  ASSERT_EQ(standing.size(), 1U);
  EXPECT_TRUE(standing[0].asked.task.empty());
}

}  // namespace sanaq::ledger
