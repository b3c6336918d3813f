#include "sanaq/workspace/review_desk.h"

#include "workspace/a_reviewed_bench.h"

namespace sanaq::workspace {

TEST(ReviewDesk, WhatIsNotChangedIsLookedAtOnce) {
  const AReviewedBench town;
  const ReviewNow one = town.now(), other = town.now();
  ASSERT_TRUE(one.desk);
  EXPECT_EQ(one.desk, other.desk);
  EXPECT_EQ(one.standing, other.standing);
  EXPECT_TRUE(one.desk->is_linked());
  EXPECT_FALSE(one.who.writer.empty());
  EXPECT_GE(one.desk->left(*one.standing, one.who), 1);
  const auto task = town.first();
  const auto weight = one.desk->weight(one.desk->today.find(task.open[0]).value(),
                                       one.desk->today.find(task.open[1]).value());
  ASSERT_TRUE(weight);
  EXPECT_GT(weight->probability, 0.009);
  EXPECT_FALSE(one.desk->weight(0, 0));
}

TEST(ReviewDesk, AnAnswerIsKnownWithoutReadingTheLedgerAgainAndSoIsWhatATerminalEnters) {
  const AReviewedBench town;
  const auto task = town.first();
  const std::int64_t before = town.now().desk->left(*town.now().standing, town.now().who);
  EXPECT_FALSE(has_answers_since_count(town.now()));
  EXPECT_EQ(town.post(town.fields(task, "different")).status, 303);
  const ReviewNow now = town.now();
  ASSERT_EQ(now.standing->size(), 1U);
  EXPECT_EQ(now.standing->back().asked.task, task.id);
  EXPECT_EQ(now.standing->back().by, now.who.by);
  EXPECT_FALSE(now.standing->back().time.empty());
  EXPECT_EQ(now.desk->left(*now.standing, now.who), before - 1);
  EXPECT_TRUE(has_answers_since_count(now));
  {
    ledger::Writer writer(town.folder);
    ledger::retract(writer, now.standing->back().place, "from a terminal", "A reviewer");
  }
  EXPECT_TRUE(town.now().standing->empty());
  EXPECT_FALSE(has_answers_since_count(town.now()));
}

TEST(ReviewDesk, AShownTaskIsKnownByItsNameAndASkippedOneComesBack) {
  const AReviewedBench town;
  const auto task = town.first();
  const auto known = shown_task(town.now(), task.id);
  ASSERT_TRUE(known);
  EXPECT_EQ(known->open, task.open);
  EXPECT_FALSE(shown_task(town.now(), std::string(32, '0')));
  skip_task(town.now(), task);
  EXPECT_EQ(skipped_count(town.now()), 1U);
  for (const auto& other : tasks_to_show(town.now(), 10)) EXPECT_NE(other.open, task.open);
  show_skipped_again(town.now());
  EXPECT_EQ(skipped_count(town.now()), 0U);
  EXPECT_EQ(town.first().open, task.open);
}

TEST(ReviewDesk, AfterARestartTheQueueOfTheLastCountGoesOn) {
  AReviewedBench town;
  const auto task = town.first();
  EXPECT_EQ(town.post(town.fields(task, "different")).status, 303);
  const std::size_t waits = town.now().desk->queue.size();
  town.bench = std::make_unique<Bench>("sanaq");
  town.bench->open(town.folder);
  town.wait();
  const ReviewNow now = town.now();
  ASSERT_TRUE(now.desk);
  EXPECT_FALSE(now.desk->is_linked()) << "its answers are not counted yet";
  EXPECT_EQ(now.desk->queue.size(), waits);
  for (const auto& other : tasks_to_show(now, 10)) EXPECT_NE(other.open, task.open);
}

TEST(ReviewDesk, AnotherInvestigationHasNothingOfTheOneBefore) {
  const AReviewedBench one;
  skip_task(one.now(), one.first());
  const AReviewedBench other;
  EXPECT_EQ(skipped_count(other.now()), 0U);
  EXPECT_EQ(skipped_count(one.now()), 0U);
  EXPECT_EQ(one.now().folder, one.folder);
}

}  // namespace sanaq::workspace
