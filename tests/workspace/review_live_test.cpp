#include "sanaq/workspace/review_live.h"

#include "workspace/a_reviewed_bench.h"

namespace sanaq::workspace {
namespace {

std::size_t count_in(const std::string& text, const std::string& wanted) {
  std::size_t found = 0;
  for (std::size_t at = text.find(wanted); at != text.npos; at = text.find(wanted, at + 1)) ++found;
  return found;
}

}  // namespace

TEST(ReviewLive, TheFirstTaskIsShownAndTheNextAreThereHidden) {
  const AReviewedBench town;
  const VisitByHand by_hand("/review");
  const auto tasks = tasks_to_show(town.now(), tasks_on_page);
  LivePart part;
  part.said = "Saved: <nothing>";
  const std::string live = review_live(by_hand.visit, town.now(), part);
  EXPECT_EQ(count_in(live, "class=\"task\""), tasks.size()) << live;
  EXPECT_EQ(count_in(live, "\" hidden>\n<h2"), tasks.size() - 1);
  EXPECT_EQ(count_in(live, "data-said=\"Saved: &lt;nothing&gt;\""), 1U);
  EXPECT_EQ(count_in(live, "id=\"review-strip\""), 1U);
}

TEST(ReviewLive, WhatCameBackStandsInFrontAndOnce) {
  const AReviewedBench town;
  const VisitByHand by_hand("/review");
  LivePart part;
  part.front = town.first();
  part.front_state.problem = "A sentence.";
  const std::string live = review_live(by_hand.visit, town.now(), part);
  EXPECT_EQ(count_in(live, "data-key=\"" + task_key(*part.front)), 1U);
  EXPECT_LT(live.find("A sentence."), live.find("review-strip"));
}

TEST(ReviewLive, WithoutATaskItSaysSo) {
  const AReviewedBench town;
  const VisitByHand by_hand("/review");
  std::size_t answered = 0;
  for (auto tasks = tasks_to_show(town.now(), 1); !tasks.empty() && answered < 20;
       tasks = tasks_to_show(town.now(), 1), ++answered)
    ASSERT_EQ(town.post(town.fields(tasks[0], "unsure")).status, 303);
  const std::string live = review_live(by_hand.visit, town.now(), {});
  EXPECT_NE(live.find("Nothing waits."), std::string::npos) << live;
  EXPECT_EQ(count_in(live, "class=\"task\""), 0U);
}

}  // namespace sanaq::workspace
