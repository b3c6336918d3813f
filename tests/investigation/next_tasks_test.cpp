#include "sanaq/investigation/next_tasks.h"

#include <gtest/gtest.h>

#include <map>
#include <set>

namespace sanaq::investigation {
namespace {

using ledger::Decision;
using ledger::Verdict;

const Reviewer reviewer{std::string(64, 'a'), "A reviewer"};

std::string identity(std::size_t number) {
  std::string digits = std::to_string(number);
  return std::string(32 - digits.size(), '0') + digits;
}

// Pairs of records nobody else has.
std::vector<QueueTask> pairs(std::size_t count) {
  std::vector<QueueTask> queue;
  for (std::size_t at = 0; at < count; ++at) {
    QueueTask task;
    task.records = {identity(2 * at), identity(2 * at + 1)};
    task.gain = static_cast<double>(count - at);
    task.why = "doubt";
    queue.push_back(std::move(task));
  }
  return queue;
}

Decision on(const std::vector<std::string>& records, Verdict verdict, std::int64_t seq,
            const Reviewer& who = reviewer) {
  Decision decision;
  decision.verdict = verdict;
  decision.records = records;
  decision.by = who.by;
  decision.place = {who.writer, seq};
  return decision;
}

Decision answer(const NextTask& task, Verdict verdict, std::int64_t seq) {
  Decision decision = on(task.task.records, verdict, seq);
  decision.asked.task = task.id;
  decision.asked.chosen = task.chosen;
  return decision;
}

std::vector<NextTask> next(const std::vector<QueueTask>& queue,
                           const std::vector<Decision>& standing, std::size_t count = 3,
                           const std::vector<std::vector<std::string>>& skipped = {}) {
  return next_tasks(queue, standing, reviewer, 7, count, skipped);
}

}  // namespace

TEST(NextTasks, OneInTwentyIsDrawnAndOneInFiftyIsShownAgain) {
  const std::vector<QueueTask> queue = pairs(2000);
  std::vector<Decision> standing;
  std::map<std::string, int> chosen;
  std::size_t order = 0;
  std::set<std::string> ids;
  for (std::int64_t at = 0; at < 1000; ++at) {
    const NextTask task = next(queue, standing, 1).at(0);
    ++chosen[task.chosen];
    EXPECT_TRUE(ids.insert(task.id).second);
    if (task.chosen == "gain") {
      // The first that nobody answered.
      std::set<std::vector<std::string>> done;
      for (const Decision& decision : standing) done.insert(decision.records);
      while (done.contains(queue[order].records)) ++order;
      EXPECT_EQ(task.task.records, queue[order].records);
    }
    standing.push_back(answer(task, at % 7 == 0 ? Verdict::unsure : Verdict::different, at + 1));
  }
  EXPECT_GE(chosen["random"], 48);  // a slot may fall on one that is shown again
  EXPECT_LE(chosen["random"], 50);
  EXPECT_EQ(chosen["again"], 20);
}

TEST(NextTasks, TheSameGivesTheSameAndWhatIsNextStaysNext) {
  const std::vector<QueueTask> queue = pairs(300);
  std::vector<Decision> standing;
  for (std::int64_t at = 0; at < 120; ++at) {
    const auto three = next(queue, standing);
    const auto once_more = next(queue, standing);
    ASSERT_EQ(three.size(), 3U);
    for (std::size_t each = 0; each < 3; ++each) EXPECT_EQ(three[each].id, once_more[each].id);
    standing.push_back(answer(three[0], Verdict::same, at + 1));
    const auto after = next(queue, standing);
    // A task that is shown again may be one that was answered just now.
    if (three[1].chosen != "again") EXPECT_EQ(after[0].id, three[1].id) << at;
  }
  // Another person, and another seed, draw otherwise and have other ids.
  const Reviewer other{std::string(64, 'b'), "A reviewer"};
  EXPECT_NE(next_tasks(queue, {}, other, 7, 1)[0].id, next(queue, {}, 1)[0].id);
}

TEST(NextTasks, WhatDecisionsSettledOverThirdRecordsIsNotAsked) {
  std::vector<QueueTask> queue = pairs(1);
  queue.push_back({QueueKind::pair, {identity(0), identity(5)}, 1, "doubt", ""});
  queue.push_back({QueueKind::person, {identity(0), identity(5), identity(9)}, 1, "doubt", ""});
  const std::vector<Decision> same = {
      on({identity(0), identity(1), identity(5)}, Verdict::same, 1)};
  auto left = next(queue, same, 9);
  ASSERT_EQ(left.size(), 1U);  // of the group one is not known yet
  EXPECT_EQ(left[0].task.kind, QueueKind::person);
  // A newer decision that parts them, and one that says of a record that it does not count.
  EXPECT_EQ(next(queue, {same[0], on({identity(9)}, Verdict::out_of_scope, 2)}, 9).size(), 0U);
  EXPECT_EQ(next(queue, {same[0], on({identity(1), identity(9)}, Verdict::different, 2)}, 9).size(),
            0U);
}

TEST(NextTasks, OnesOwnDoubtIsNotAskedAgainAndThatOfOthersComesLast) {
  const std::vector<QueueTask> queue = pairs(3);
  const Reviewer other{std::string(64, 'b'), "Another"};
  const auto left = next(
      queue,
      {on(queue[0].records, Verdict::unsure, 1), on(queue[1].records, Verdict::unsure, 1, other)},
      9);
  ASSERT_EQ(left.size(), 2U);
  EXPECT_EQ(left[0].task.records, queue[2].records);
  EXPECT_EQ(left[1].task.records, queue[1].records);
  EXPECT_EQ(next(queue, {}, 9, {queue[0].records}).size(), 2U);
}

TEST(NextTasks, ASetbackIsDoneOnceItsRecordsAreDecidedAgain) {
  QueueTask setback{QueueKind::setback, {identity(0), identity(1)}, 0, "changed", "aaaaaaaa:1"};
  const std::vector<QueueTask> queue = {setback};
  const Decision first = on(setback.records, Verdict::same, 1);
  EXPECT_EQ(next(queue, {first}).size(), 1U);
  EXPECT_EQ(next(queue, {first, on(setback.records, Verdict::same, 2)}).size(), 0U);
}

TEST(NextTasks, NothingWaitsInAnEmptyQueue) {
  EXPECT_TRUE(next({}, {}).empty());
  EXPECT_TRUE(next(pairs(5), {}, 0).empty());
}

TEST(NextTasks, OfAGroupThatWasAnsweredInPartTheRestIsOpen) {
  QueueTask group;
  group.kind = QueueKind::person;
  for (std::size_t at = 0; at < 6; ++at) group.records.push_back(identity(at));
  std::vector<Decision> standing = {on({identity(0), identity(1)}, Verdict::same, 1)};
  for (std::size_t other = 2; other < 6; ++other)
    standing.push_back(on({identity(0), identity(other)}, Verdict::different, 0));
  for (std::size_t at = 0; at < standing.size(); ++at)
    standing[at].place.seq = static_cast<std::int64_t>(at + 1);
  EXPECT_EQ(next({group}, {}).at(0).open, group.records);
  const std::vector<NextTask> rest = next({group}, standing);
  ASSERT_EQ(rest.size(), 1U);
  EXPECT_EQ(rest[0].task.records, group.records);
  EXPECT_EQ(rest[0].open, std::vector<std::string>(group.records.begin() + 2, group.records.end()));
  standing.push_back(on(rest[0].open, Verdict::same, 9));
  EXPECT_TRUE(next({group}, standing).empty()) << "two are one and four another";
}

TEST(NextTasks, ASetbackIsDoneOnceOneOfItsRecordsIsLeftOut) {
  QueueTask setback;
  setback.kind = QueueKind::setback;
  setback.records = {identity(0), identity(1)};
  setback.entry = reviewer.writer.substr(0, 8) + ":2";
  std::vector<Decision> standing = {on({identity(0)}, Verdict::out_of_scope, 1),
                                    on(setback.records, Verdict::same, 2)};
  EXPECT_EQ(next({setback}, standing).size(), 1U) << "it was left out before that decision";
  standing.push_back(on({identity(1)}, Verdict::no_person, 3));
  EXPECT_TRUE(next({setback}, standing).empty());
}

}  // namespace sanaq::investigation
