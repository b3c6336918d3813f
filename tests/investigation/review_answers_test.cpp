#include "sanaq/investigation/review_answers.h"

#include <gtest/gtest.h>

#include "investigation/a_linked_outcome.h"
#include "sanaq/base/error.h"
#include "sanaq/exchange/row_words.h"

namespace sanaq::investigation {
namespace {

using ledger::Verdict;

Outcome an_outcome(std::vector<AnInventedList> lists = invented_lists()) {
  return linked_outcome(lists, {0, 1, 2, 1, 0, 3}, {});
}

ReviewRow row_on(const Outcome& outcome, std::int64_t number, const std::string& answer,
                 const std::vector<std::uint32_t>& records, const std::string& reason = "") {
  const exchange::RowWords words(outcome.records);
  ReviewRow row{number, answer, reason, {}};
  for (const std::uint32_t record : records)
    row.records.push_back({words.reference(record), outcome.records.identities[record],
                           exchange::shown_digest(outcome.records, record)});
  return row;
}

AnsweredDecisions taken(const Outcome& outcome, std::vector<ReviewRow> rows,
                        const std::vector<ledger::Decision>& entered = {},
                        const std::vector<ledger::Decision>& in_force = {}) {
  return decisions_from_answers({std::move(rows), 0}, "review.csv", outcome, entered, in_force);
}

std::string notes(const AnsweredDecisions& answers) {
  std::string text;
  for (const base::Message& note : answers.notes) text += note.english() + "\n";
  return text;
}

TEST(ReviewAnswers, EachAnswerIsADecisionOnWhatWasShown) {
  const Outcome outcome = an_outcome();
  const AnsweredDecisions answers =
      taken(outcome, {row_on(outcome, 2, "same", {0, 2}, "one mother"),
                      row_on(outcome, 3, "разные люди", {1, 4}), row_on(outcome, 4, "?", {2, 4}),
                      row_on(outcome, 5, "out of scope", {5}),
                      row_on(outcome, 6, "out of scope 2", {1, 3})});
  EXPECT_EQ(notes(answers), "");
  ASSERT_EQ(answers.decisions.size(), 5U);
  EXPECT_EQ(answers.decisions[0].verdict, Verdict::same);
  EXPECT_EQ(answers.decisions[0].reason, "one mother");
  EXPECT_EQ(
      answers.decisions[0].records,
      (std::vector<std::string>{outcome.records.identities[0], outcome.records.identities[2]}));
  EXPECT_EQ(answers.decisions[0].cells[1].digest,
            persons::cells_read(outcome.records, outcome.list_fields, 2).digest);
  EXPECT_EQ(answers.decisions[1].verdict, Verdict::different);
  EXPECT_EQ(answers.decisions[2].verdict, Verdict::unsure);
  EXPECT_EQ(answers.decisions[3].verdict, Verdict::out_of_scope);
  EXPECT_EQ(answers.decisions[4].records,
            (std::vector<std::string>{outcome.records.identities[3]}));
}

TEST(ReviewAnswers, NothingIsTakenForARowThatNoLongerSaysWhatWasShownAndItIsNamed) {
  const Outcome shown = an_outcome();
  // A remark that is no field was corrected, in the hospital's first row alone.
  std::vector<AnInventedList> lists = invented_lists();
  lists[0].csv.replace(lists[0].csv.find("=1+1"), 4, "a scar");
  const Outcome now = an_outcome(lists);
  const AnsweredDecisions answers =
      taken(now, {row_on(shown, 2, "same", {0, 2}), row_on(shown, 3, "different", {1, 4})});
  ASSERT_EQ(answers.decisions.size(), 1U);
  EXPECT_EQ(answers.decisions[0].verdict, Verdict::different);
  EXPECT_NE(notes(answers).find("row 2: hospital:1 morgue:2"), std::string::npos) << notes(answers);
  // A row that is gone from its list.
  lists[1].csv = "name,birth\nMunarov Alibek,1977-01-02\n";
  const Outcome gone = linked_outcome(lists, {0, 1, 2, 3, 4}, {});
  const AnsweredDecisions none = taken(gone, {row_on(shown, 2, "same", {1, 2})});
  EXPECT_TRUE(none.decisions.empty());
  EXPECT_NE(notes(none).find("hospital:2 morgue:2"), std::string::npos) << notes(none);
  // Also where the answer speaks of the other row alone.
  EXPECT_TRUE(taken(now, {row_on(shown, 2, "out of scope 2", {0, 2})}).decisions.empty());
}

TEST(ReviewAnswers, AWordThatIsNoAnswerStopsTheWholeTable) {
  const Outcome outcome = an_outcome();
  try {
    (void)taken(outcome,
                {row_on(outcome, 2, "same", {0, 2}), row_on(outcome, 3, "perhaps", {1, 4})});
    FAIL();
  } catch (const base::Error& error) {
    EXPECT_EQ(error.kind(), base::Kind::bad_input);
    EXPECT_NE(std::string(error.what()).find("row 3, column answer: perhaps"), std::string::npos);
  }
}

TEST(ReviewAnswers, WhatCannotBeDecidedIsNamedAndTheRestIsTaken) {
  const Outcome outcome = an_outcome();
  ReviewRow damaged = row_on(outcome, 4, "same", {1, 3});
  damaged.records[0].identity = "";
  const AnsweredDecisions answers = taken(outcome, {row_on(outcome, 2, "same", {5}),
                                                    {3, "same", "", {}},
                                                    damaged,
                                                    {5, "", "a reason alone", {}},
                                                    row_on(outcome, 6, "same", {0, 4})});
  EXPECT_EQ(answers.decisions.size(), 1U);
  EXPECT_EQ(answers.notes.size(), 4U) << notes(answers);
  EXPECT_NE(notes(answers).find("row 2: union:u2: this answer needs two"), std::string::npos);
  EXPECT_NE(notes(answers).find("row 4: hospital:2: identity or digest"), std::string::npos);
}

TEST(ReviewAnswers, TwoAnswersOnTheSameRecordsAreTakenOnceOrNotAtAll) {
  const Outcome outcome = an_outcome();
  const AnsweredDecisions twice =
      taken(outcome,
            {row_on(outcome, 2, "same", {0, 2}), row_on(outcome, 3, "same", {2, 0}, "one mother")});
  ASSERT_EQ(twice.decisions.size(), 1U);
  EXPECT_EQ(twice.decisions[0].reason, "one mother");
  const AnsweredDecisions torn =
      taken(outcome, {row_on(outcome, 2, "same", {0, 2}), row_on(outcome, 3, "different", {2, 0})});
  EXPECT_TRUE(torn.decisions.empty());
  EXPECT_NE(notes(torn).find("rows 2 and 3"), std::string::npos);
}

TEST(ReviewAnswers, AnAnswerIsTakenInOnceAndNotAgainOnceItWasWithdrawn) {
  const Outcome outcome = an_outcome();
  const std::vector<ReviewRow> rows = {row_on(outcome, 2, "same", {0, 2}),
                                       row_on(outcome, 3, "same", {1, 3})};
  const std::vector<ledger::Decision> entered = {decision_on(outcome, Verdict::same, {2, 0}, 5)};
  const AnsweredDecisions known = taken(outcome, rows, entered, entered);
  EXPECT_EQ(known.known, 1);
  EXPECT_EQ(known.decisions.size(), 1U);
  const AnsweredDecisions withdrawn = taken(outcome, rows, entered, {});
  EXPECT_EQ(withdrawn.decisions.size(), 1U);
  EXPECT_NE(notes(withdrawn).find("aaaaaaaa:5"), std::string::npos);
  EXPECT_NE(notes(withdrawn).find("sanaq decide DIR same hospital:1 morgue:2"), std::string::npos);
  // A decision on what the row said before is another.
  std::vector<ledger::Decision> older = entered;
  older[0].cells[0].digest = std::string(32, '0');
  EXPECT_EQ(taken(outcome, rows, older, older).decisions.size(), 2U);
}

TEST(ReviewAnswers, RowsThatTheLedgerDoesNotHaveWouldBeLost) {
  const Outcome outcome = an_outcome();
  const ReviewTable table{{row_on(outcome, 2, "same", {0, 2}),
                           row_on(outcome, 3, "Same", {1, 3}),
                           row_on(outcome, 4, "unclear", {1, 4}),
                           {5, "", "a reason alone", {}},
                           row_on(outcome, 6, "same", {0, 4}, "a reason that is new")},
                          0};
  std::vector<ledger::Decision> entered = {decision_on(outcome, Verdict::same, {0, 2}, 5),
                                           decision_on(outcome, Verdict::different, {1, 3}, 6),
                                           decision_on(outcome, Verdict::same, {0, 4}, 7)};
  const std::vector<std::int64_t> lost = {3, 4, 5, 6};
  EXPECT_EQ(rows_not_taken(table, entered, nullptr), lost);
  EXPECT_EQ(rows_not_taken(table, entered, &outcome), lost);
  // The first was decided on by what its row said before, and answered again since.
  entered[0].cells[0].digest = std::string(32, '0');
  EXPECT_EQ(rows_not_taken(table, entered, nullptr), lost);
  EXPECT_EQ(rows_not_taken(table, entered, &outcome).front(), 2);
}

TEST(ReviewAnswers, WhatEachRowDoesIsKnownRowByRow) {
  const Outcome outcome = an_outcome();
  ledger::Decision known;
  known.verdict = Verdict::different;
  known.records = {outcome.records.identities[1], outcome.records.identities[4]};
  const AnsweredDecisions answers =
      taken(outcome,
            {row_on(outcome, 2, "same", {0, 2}), row_on(outcome, 3, "", {1, 2}, "who knows"),
             row_on(outcome, 4, "same", {2, 0}), row_on(outcome, 5, "different", {1, 4}),
             row_on(outcome, 6, "same", {5}), row_on(outcome, 7, "same", {1, 3}),
             row_on(outcome, 8, "different", {1, 3})},
            {known}, {known});
  using Effect = AnsweredRow::Effect;
  std::vector<Effect> effects;
  for (const AnsweredRow& row : answers.rows) effects.push_back(row.effect);
  EXPECT_EQ(effects,
            (std::vector<Effect>{Effect::enters, Effect::none, Effect::joins, Effect::known,
                                 Effect::none, Effect::none, Effect::none}));
  EXPECT_EQ(answers.rows[2].row, 4);
  EXPECT_EQ(answers.rows[2].decision, std::optional<std::size_t>(0));
  EXPECT_EQ(answers.rows[3].verdict, std::optional(Verdict::different));
  EXPECT_FALSE(answers.rows[1].verdict);
  for (const std::size_t refused : {1U, 4U, 5U, 6U})
    EXPECT_FALSE(answers.rows[refused].why_not.id.empty()) << refused;
}

}  // namespace
}  // namespace sanaq::investigation
