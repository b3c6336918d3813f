#include "sanaq/investigation/answer.h"

#include <gtest/gtest.h>

#include "investigation/a_linked_outcome.h"
#include "sanaq/base/error.h"
#include "sanaq/exchange/row_words.h"

namespace sanaq::investigation {
namespace {

using ledger::Decision;
using ledger::Verdict;

class Answering : public testing::Test {
 protected:
  // hospital 0 1 (free of duplicates), morgue 2 3, union 4 and 5.
  Answering() : outcome(linked_outcome(lists(), {0, 1, 2, 1, 0, 3}, {})), today(outcome) {}
  static std::vector<AnInventedList> lists() {
    std::vector<AnInventedList> lists = invented_lists();
    lists[0].one_per_person = true;
    return lists;
  }
  [[nodiscard]] TaskAnswer answer(const std::vector<std::uint32_t>& records, Verdict verdict,
                                  std::vector<std::size_t> about = {}) const {
    TaskAnswer made;
    made.task = std::string(32, '7');
    made.chosen = "gain";
    made.verdict = verdict;
    made.about = std::move(about);
    for (const std::uint32_t record : records) {
      made.records.push_back(outcome.records.identities[record]);
      made.digests.push_back(exchange::shown_digest(outcome.records, record));
    }
    return made;
  }
  [[nodiscard]] AnswerToEnter entered(const TaskAnswer& answer,
                                      const std::vector<Decision>& standing = {}) const {
    const auto found = decisions_of(answer, today, standing);
    if (const auto* made = std::get_if<AnswerToEnter>(&found)) return *made;
    ADD_FAILURE() << "a conflict";
    return {};
  }
  [[nodiscard]] AnswerConflict conflict(const TaskAnswer& answer,
                                        const std::vector<Decision>& standing = {}) const {
    const auto found = decisions_of(answer, today, standing);
    if (const auto* made = std::get_if<AnswerConflict>(&found)) return *made;
    ADD_FAILURE() << "no conflict";
    return {};
  }
  [[nodiscard]] std::string name(std::uint32_t record) const {
    return outcome.records.identities[record];
  }

  Outcome outcome;
  RecordsToday today;
};

}  // namespace

TEST_F(Answering, AnAnswerIsOneDecisionWithWhatWasReadAndHowItCame) {
  TaskAnswer given = answer({0, 2}, Verdict::same);
  given.reason = "the same mother";
  given.seconds = 12;
  given.saw_weight = true;
  const AnswerToEnter made = entered(given);
  ASSERT_EQ(made.decisions.size(), 1U);
  const Decision& decision = made.decisions[0];
  EXPECT_EQ(decision.records, (std::vector<std::string>{name(0), name(2)}));
  EXPECT_EQ(decision.cells[1].digest, today.cells(2).digest);
  EXPECT_EQ(decision.reason, "the same mother");
  EXPECT_EQ(decision.asked, (ledger::HowAsked{std::string(32, '7'), "gain", "", true,
                                              std::optional<std::int64_t>(12)}));
  EXPECT_FALSE(made.was_entered);
}

TEST_F(Answering, OfAGroupTheMarkedAreOneAndTheOthersSomebodyElse) {
  const AnswerToEnter made = entered(answer({0, 1, 2, 4}, Verdict::same, {2, 3}));
  ASSERT_EQ(made.decisions.size(), 3U);
  EXPECT_EQ(made.decisions[0].records, (std::vector<std::string>{name(2), name(4)}));
  EXPECT_EQ(made.decisions[1].verdict, Verdict::different);
  EXPECT_EQ(made.decisions[1].records, (std::vector<std::string>{name(2), name(0)}));
  EXPECT_EQ(made.decisions[2].records, (std::vector<std::string>{name(2), name(1)}));
  for (const Decision& decision : made.decisions)
    EXPECT_EQ(decision.asked.task, made.decisions[0].asked.task);
  EXPECT_EQ(entered(answer({0, 2, 4}, Verdict::different)).decisions.size(), 1U);
}

TEST_F(Answering, OutOfScopeSpeaksOfTheRecordsThatAreNamed) {
  const AnswerToEnter made = entered(answer({0, 2}, Verdict::out_of_scope, {1}));
  ASSERT_EQ(made.decisions.size(), 1U);
  EXPECT_EQ(made.decisions[0].records, std::vector<std::string>{name(2)});
  EXPECT_EQ(entered(answer({0, 2}, Verdict::unsure)).decisions[0].records.size(), 2U);
}

TEST_F(Answering, OfATaskThatWasDrawnItIsKeptWhatTheRegisterHeld) {
  TaskAnswer given = answer({0, 4}, Verdict::different);
  given.chosen = "random";
  EXPECT_EQ(entered(given).decisions[0].asked.held, "same");
  given = answer({0, 2}, Verdict::same);
  given.chosen = "random";
  EXPECT_EQ(entered(given).decisions[0].asked.held, "different");
  given = answer({0, 2, 4}, Verdict::same);
  given.chosen = "random";
  EXPECT_EQ(entered(given).decisions[0].asked.held, "");
}

TEST_F(Answering, ARecordThatChangedOrIsGoneIsAConflictWhateverIsInsistedOn) {
  TaskAnswer given = answer({0, 2}, Verdict::same);
  given.digests[1] = std::string(32, '0');
  given.insists = true;
  AnswerConflict found = conflict(given);
  ASSERT_EQ(found.changed.size(), 1U);
  EXPECT_EQ(found.changed[0].identity, name(2));
  EXPECT_EQ(found.changed[0].now, std::optional<std::uint32_t>(2));
  EXPECT_FALSE(found.can_insist);
  given.records[1] = std::string(32, 'f');
  found = conflict(given);
  EXPECT_EQ(found.changed[0].now, std::nullopt);
}

TEST_F(Answering, AnEarlierDecisionThatIsContradictedOverAThirdRecordIsAConflict) {
  const std::vector<Decision> standing = {decision_on(outcome, Verdict::same, {2, 4}, 1),
                                          decision_on(outcome, Verdict::different, {4, 0}, 2)};
  TaskAnswer given = answer({0, 2}, Verdict::same);
  const AnswerConflict found = conflict(given, standing);
  ASSERT_EQ(found.earlier.size(), 1U);
  EXPECT_TRUE(found.can_insist);
  given.insists = true;
  EXPECT_EQ(entered(given, standing).decisions.size(), 1U);
  // One on a row that was corrected since binds nothing.
  std::vector<Decision> changed = standing;
  changed[0].cells[0].digest = std::string(32, '0');
  given.insists = false;
  EXPECT_EQ(entered(given, changed).decisions.size(), 1U);
  // The other word on the same two.
  EXPECT_EQ(conflict(answer({0, 4}, Verdict::same), standing).earlier.size(), 1U);
  EXPECT_EQ(entered(answer({0, 4}, Verdict::different), standing).decisions.size(), 1U);
}

TEST_F(Answering, WhoeverIsAskedAgainMayAnswerOtherwise) {
  const std::vector<Decision> standing = {decision_on(outcome, Verdict::same, {0, 2}, 1)};
  TaskAnswer given = answer({0, 2}, Verdict::different);
  EXPECT_EQ(conflict(given, standing).earlier.size(), 1U);
  given.chosen = "again";
  EXPECT_EQ(entered(given, standing).decisions.size(), 1U);
}

TEST_F(Answering, TwoRecordsOfAListFreeOfDuplicatesAreAConflict) {
  const std::vector<Decision> standing = {decision_on(outcome, Verdict::same, {0, 2}, 1)};
  AnswerConflict found = conflict(answer({0, 1}, Verdict::same));
  ASSERT_EQ(found.twice.size(), 1U);
  EXPECT_EQ(found.twice[0].list, "hospital");
  EXPECT_EQ(found.twice[0].records, (std::vector<std::uint32_t>{0, 1}));
  found = conflict(answer({1, 2}, Verdict::same), standing);  // over a third record
  ASSERT_EQ(found.twice.size(), 1U);
  TaskAnswer insisting = answer({0, 1}, Verdict::same);
  insisting.insists = true;
  EXPECT_EQ(entered(insisting).decisions.size(), 1U);
}

TEST_F(Answering, TheSameTaskInTwoTabsIsCountedOnce) {
  const TaskAnswer given = answer({0, 2, 4}, Verdict::same, {0, 2});
  std::vector<Decision> standing = entered(given).decisions;
  for (std::size_t at = 0; at < standing.size(); ++at)
    standing[at].place = {std::string(64, 'a'), static_cast<std::int64_t>(at) + 5};
  const AnswerToEnter once_more = entered(given, standing);
  EXPECT_TRUE(once_more.was_entered);
  EXPECT_EQ(once_more.decisions[0].place.seq, 5);
  EXPECT_EQ(conflict(answer({0, 2, 4}, Verdict::same), standing).earlier.size(), 2U);
  // And it is one act.
  EXPECT_EQ(entries_of_act(standing, standing[1].place).size(), 2U);
  EXPECT_EQ(entries_of_act(standing, {"b", 1}).size(), 1U);
}

TEST_F(Answering, WhatIsNoAnswerIsRefused) {
  EXPECT_THROW((void)entered(answer({}, Verdict::same)), base::Error);
  EXPECT_THROW((void)entered(answer({0}, Verdict::same)), base::Error);
  EXPECT_THROW((void)entered(answer({0, 2}, Verdict::same, {1})), base::Error);
  EXPECT_THROW((void)entered(answer({0, 2}, Verdict::out_of_scope, {2})), base::Error);
  EXPECT_THROW((void)entered(answer({0, 0}, Verdict::same)), base::Error);
  EXPECT_THROW((void)entered(answer({0, 2, 4}, Verdict::same, {1, 1})), base::Error);
  TaskAnswer short_of_one = answer({0, 2}, Verdict::same);
  short_of_one.digests.pop_back();
  EXPECT_THROW((void)entered(short_of_one), base::Error);
}

}  // namespace sanaq::investigation
