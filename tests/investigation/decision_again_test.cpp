#include "sanaq/investigation/decision_again.h"

#include <gtest/gtest.h>

#include "investigation/a_linked_outcome.h"
#include "sanaq/base/error.h"

namespace sanaq::investigation {
namespace {

// hospital 0 1, morgue 2 3, union 4 5.
struct Decided {
  Outcome outcome = linked_outcome(invented_lists(), {0, 1, 2, 3, 4, 5}, {});
  ledger::Decision before = decision_on(outcome, ledger::Verdict::no_person, {3, 0, 5}, 7);
  Decided() {
    before.reason = "totals";
    before.cells[0].digest = std::string(32, '0');  // its row says something else now
    before.records.emplace_back(32, 'f');           // and one is gone
    before.cells.push_back({});
  }
};

}  // namespace

TEST(DecisionAgain, WhatChangedWhatDidNotAndWhatIsGone) {
  const Decided decided;
  const RecordsToday today(decided.outcome);
  const DecisionAgain again = look_again(decided.before, today);
  EXPECT_EQ(again.changed, (std::vector<std::uint32_t>{3}));
  EXPECT_EQ(again.as_read, (std::vector<std::uint32_t>{0, 5}));
  EXPECT_EQ(again.gone, (std::vector<std::string>{std::string(32, 'f')}));
}

TEST(DecisionAgain, ItIsEnteredAnewOfAllAsTheyAreOrOfThoseThatDidNotChange) {
  const Decided decided;
  const RecordsToday today(decided.outcome);
  const ledger::Decision all = decided_again(decided.before, today, Again::all);
  EXPECT_EQ(all.verdict, ledger::Verdict::no_person);
  EXPECT_EQ(all.reason, "totals");
  EXPECT_EQ(all.records, std::vector<std::string>(decided.before.records.begin(),
                                                  decided.before.records.begin() + 3));
  for (std::size_t at = 0; at < 3; ++at) EXPECT_TRUE(today.is_as_read(all, at));
  const ledger::Decision rest = decided_again(decided.before, today, Again::as_read);
  EXPECT_EQ(rest.records.size(), 2U);
  EXPECT_NE(rest.asked.task, all.asked.task);
  EXPECT_EQ(all.asked.task.size(), 32U);
  EXPECT_EQ(decided_again(decided.before, today, Again::all).asked.task, all.asked.task);
  EXPECT_FALSE(replaces(all, decided.before)) << "a row is gone";
  ledger::Decision without = decided.before;
  without.records.pop_back();
  EXPECT_TRUE(replaces(all, without));
}

TEST(DecisionAgain, OneRowAloneIsNoAnswerThatTakesTwo) {
  Decided decided;
  const RecordsToday today(decided.outcome);
  decided.before.verdict = ledger::Verdict::same;
  EXPECT_EQ(decided_again(decided.before, today, Again::as_read).records.size(), 2U);
  decided.before.cells[1].digest = std::string(32, '1');
  EXPECT_THROW((void)decided_again(decided.before, today, Again::as_read), base::Error);
}

}  // namespace sanaq::investigation
