#include "sanaq/investigation/review_queue.h"

#include <gtest/gtest.h>

#include "investigation/a_linked_outcome.h"

namespace sanaq::investigation {
namespace {

base::Progress silent;
const base::Catalog english;

// hospital 0 1, morgue 2 3, union 4 and 5 (without a name).
Outcome an_outcome() {
  return linked_outcome(invented_lists(), {0, 1, 2, 1, 0, 3},
                        {{0, 2, 3, 0.5, {}}, {1, 3, 9, 0.97, {}}, {2, 4, 3, 0.3, {}}});
}

std::vector<TaskKind> kinds_of(const std::vector<ReviewTask>& tasks) {
  std::vector<TaskKind> kinds;
  for (const ReviewTask& task : tasks) kinds.push_back(task.kind);
  return kinds;
}

TEST(ReviewQueue, PairsByGainThenNamelessRecordsThenRowsAndCells) {
  Outcome outcome = an_outcome();
  outcome.lists[1].refused_rows.push_back({9, base::message("a total, no person")});
  outcome.lists[0].bad_cells.push_back({"hospital", 3, "birth", record::Field::birth, "77?",
                                        base::message("no date"), base::message("write it")});
  outcome.bad_case_cells.push_back({"claims.csv", 4, "min", std::nullopt, "many",
                                    base::message("no number"), base::message("write one")});
  const auto tasks = review_queue(outcome, {}, silent);
  ASSERT_EQ(kinds_of(tasks),
            (std::vector{TaskKind::pair, TaskKind::pair, TaskKind::pair, TaskKind::unnamed,
                         TaskKind::refused_row, TaskKind::bad_cell, TaskKind::bad_cell}));
  EXPECT_EQ(tasks[2].records, (std::vector<std::uint32_t>{1, 3}));
  EXPECT_GE(tasks[0].gain, tasks[1].gain);
  EXPECT_EQ(tasks[3].records, (std::vector<std::uint32_t>{5}));
  EXPECT_EQ(tasks[4].place, "morgue:#9");
  EXPECT_TRUE(tasks[4].records.empty());
  EXPECT_EQ(tasks[5].records, (std::vector<std::uint32_t>{1}));  // the record of that row
  EXPECT_EQ(task_reason(tasks[5], english), "birth = 77?: no date");
  EXPECT_TRUE(tasks[6].records.empty());
}

TEST(ReviewQueue, APairOfWhichSomebodyWasUnsureComesBehindTheOthersAndSaysSo) {
  const Outcome outcome = an_outcome();
  const std::vector<std::uint32_t> first = review_queue(outcome, {}, silent)[0].records;
  ledger::Decision unsure = decision_on(outcome, ledger::Verdict::unsure, {first[1], first[0]}, 3);
  unsure.reason = "the birth year alone";
  const auto tasks = review_queue(outcome, {unsure}, silent);
  ASSERT_EQ(tasks.size(), 4U);
  EXPECT_EQ(tasks[2].records, first);
  EXPECT_EQ(task_reason(tasks[2], english), "A reviewer was unsure: the birth year alone");
  // Of a row that was corrected since, nobody was unsure.
  unsure.cells[0].digest = std::string(32, '0');
  EXPECT_EQ(review_queue(outcome, {unsure}, silent)[0].records, first);
  // A nameless record of which somebody was unsure was looked at.
  EXPECT_EQ(
      review_queue(outcome, {decision_on(outcome, ledger::Verdict::unsure, {5}, 4)}, silent).size(),
      3U);
}

TEST(ReviewQueue, ADecisionWhoseRowChangedComesFirstUntilItIsDecidedAgain) {
  Outcome outcome = an_outcome();
  persons::ForReview setback{decision_on(outcome, ledger::Verdict::same, {1, 4}, 7),
                             persons::Setback::changed, outcome.records.identities[1], 1};
  setback.now = {1, 4};
  outcome.decisions_for_review = {setback, setback};  // both records changed: one task
  const auto tasks = review_queue(outcome, {}, silent);
  ASSERT_EQ(tasks.size(), 5U);
  EXPECT_EQ(tasks[0].kind, TaskKind::setback);
  EXPECT_EQ(tasks[0].records, (std::vector<std::uint32_t>{1, 4}));
  EXPECT_EQ(tasks[0].entry, "aaaaaaaa:7");
  outcome.decisions_held = {{ledger::Verdict::different, {4, 1}}};
  EXPECT_EQ(review_queue(outcome, {}, silent)[0].kind, TaskKind::pair);
}

}  // namespace
}  // namespace sanaq::investigation
