#include "sanaq/investigation/queue.h"

#include <gtest/gtest.h>

#include "investigation/a_linked_outcome.h"

namespace sanaq::investigation {
namespace {

base::Progress silent;

// hospital 0 1, morgue 2 3, union 4 and 5 (without a name).
Outcome an_outcome(std::vector<link::Pair> pairs) {
  return linked_outcome(invented_lists(), {0, 1, 2, 1, 0, 3}, std::move(pairs));
}

std::vector<ReviewTask> tasks_of(const Outcome& outcome,
                                 const std::vector<ledger::Decision>& decisions = {}) {
  return grouped(outcome, decisions, review_queue(outcome, decisions, silent));
}

}  // namespace

TEST(Queue, ALineHasIdentitiesAGainAndAWordAndIsReadAsItWasWritten) {
  const Outcome outcome = an_outcome({{0, 2, 3, 0.5, {}}, {1, 3, 9, 0.9, {}}});
  const std::vector<QueueTask> queue = queue_of(outcome, tasks_of(outcome));
  ASSERT_EQ(queue.size(), 2U);
  const std::string text = queue_text(queue);
  const std::vector<std::string>& names = outcome.records.identities;
  EXPECT_TRUE(text.starts_with("{\"task\":\"pair\",\"records\":[\"" + names[0] + "\",\"" +
                               names[2] + "\"],\"gain\":"))
      << text;
  EXPECT_NE(text.find(",\"why\":\"doubt\"}\n"), std::string::npos);
  EXPECT_EQ(text.find("Tanb"), std::string::npos);
  const auto read = read_queue_text(text);
  ASSERT_TRUE(read);
  EXPECT_EQ(queue_text(*read), text);
  EXPECT_EQ((*read)[0].gain, queue[0].gain);
}

TEST(Queue, PairsThatShareRecordsAreOneTaskOfThreeToSix) {
  const Outcome outcome = an_outcome({{0, 2, 3, 0.5, {}}, {2, 4, 3, 0.4, {}}, {1, 3, 9, 0.97, {}}});
  const auto tasks = tasks_of(outcome);
  ASSERT_EQ(tasks.size(), 3U);  // a group, a pair, a record without a name
  EXPECT_EQ(tasks[0].kind, TaskKind::person);
  EXPECT_EQ(tasks[0].records, (std::vector<std::uint32_t>{0, 2, 4}));
  EXPECT_EQ(tasks[1].kind, TaskKind::pair);
  const auto queue = queue_of(outcome, tasks);
  ASSERT_EQ(queue.size(), 2U);
  EXPECT_EQ(queue[0].kind, QueueKind::person);
  EXPECT_EQ(queue[0].records.size(), 3U);
}

TEST(Queue, MoreThanSixThatHangTogetherStayPairs) {
  std::vector<AnInventedList> lists = {{"a", "id,name\n"}};
  std::vector<std::uint32_t> alone;
  std::vector<link::Pair> pairs;
  for (std::uint32_t at = 0; at < 7; ++at) {
    lists[0].csv += std::to_string(at) + ",Invented Name" + std::to_string(at) + "\n";
    alone.push_back(at);
    if (at > 0) pairs.push_back({at - 1, at, 1, 0.5, {}});
  }
  const Outcome seven = linked_outcome(lists, alone, pairs);
  EXPECT_EQ(tasks_of(seven).size(), 6U);
  EXPECT_EQ(tasks_of(seven)[0].kind, TaskKind::pair);
  pairs.pop_back();
  const Outcome six = linked_outcome(lists, alone, pairs);
  ASSERT_EQ(tasks_of(six).size(), 1U);
  EXPECT_EQ(tasks_of(six)[0].records.size(), 6U);
}

TEST(Queue, AGroupOfWhichSomebodyWasUnsureComesBehindThePairs) {
  const Outcome outcome = an_outcome({{0, 2, 3, 0.5, {}}, {2, 4, 3, 0.4, {}}, {1, 3, 9, 0.97, {}}});
  const std::vector<ledger::Decision> unsure = {
      decision_on(outcome, ledger::Verdict::unsure, {4, 0, 2}, 1)};
  const auto tasks = tasks_of(outcome, unsure);
  ASSERT_EQ(tasks.size(), 3U);
  EXPECT_EQ(tasks[0].kind, TaskKind::pair);
  EXPECT_EQ(tasks[1].kind, TaskKind::person);
  EXPECT_EQ(queue_of(outcome, tasks)[1].why, "unsure");
  EXPECT_EQ(tasks[2].kind, TaskKind::unnamed);
}

TEST(Queue, SetbacksComeFirstWithTheirReasonAndEntry) {
  Outcome outcome = an_outcome({{1, 3, 9, 0.5, {}}});
  persons::ForReview setback{decision_on(outcome, ledger::Verdict::same, {0, 2, 4}, 7),
                             persons::Setback::changed, outcome.records.identities[2], 2};
  setback.now = {0, 2, 4};
  persons::ForReview gone{decision_on(outcome, ledger::Verdict::same, {1, 5}, 8),
                          persons::Setback::removed, std::string(32, 'f'), std::nullopt};
  gone.decision.records = {std::string(32, 'e'), std::string(32, 'f')};
  outcome.decisions_for_review = {setback, gone};
  const auto queue = queue_of(outcome, tasks_of(outcome));
  ASSERT_EQ(queue.size(), 3U);
  EXPECT_EQ(queue[0].kind, QueueKind::setback);
  EXPECT_EQ(queue[0].why, "changed");
  EXPECT_EQ(queue[0].entry, "aaaaaaaa:7");
  EXPECT_EQ(queue[0].records.size(), 3U);
  EXPECT_EQ(queue[1].why, "removed");
  EXPECT_EQ(queue[1].records, gone.decision.records);
  EXPECT_EQ(queue[2].kind, QueueKind::pair);
}

TEST(Queue, ATextThatIsNoQueueIsNone) {
  EXPECT_TRUE(read_queue_text("")->empty());
  for (const char* text : {"x\n", "{}\n", "{\"task\":\"pair\",\"records\":[],\"gain\":1}",
                           "{\"task\":\"else\",\"records\":[],\"gain\":1}\n",
                           "{\"task\":\"pair\",\"records\":5,\"gain\":1}\n",
                           "{\"task\":\"pair\",\"records\":[],\"gain\":\"much\"}\n"})
    EXPECT_FALSE(read_queue_text(text)) << text;
}

}  // namespace sanaq::investigation
