#include "sanaq/workspace/review_screen.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "sanaq/base/error.h"
#include "sanaq/investigation/review_table.h"
#include "workspace/a_counted_bench.h"
#include "workspace/a_reviewed_bench.h"
#include "workspace/visit_by_hand.h"

namespace sanaq::workspace {
namespace {

TEST(ReviewScreen, WhatWaitsCanBeTakenAndBroughtBack) {
  const ACountedBench counted;
  VisitByHand by_hand("/review");
  const http::Response shown = show_review(by_hand.visit, *counted.bench);
  EXPECT_NE(shown.body.find("/review/table?limit=200"), std::string::npos) << shown.body;
  EXPECT_NE(shown.body.find("csrf-of-/review/table"), std::string::npos);
  VisitByHand taking("/review/table?form=csv&limit=1");

  const http::Response table = take_review_table(taking.visit, *counted.bench);
  EXPECT_TRUE(investigation::is_review_table(table.body, "review.csv"));
  EXPECT_EQ(investigation::read_review_table(table.body, "review.csv")->blank, 1);
}

TEST(ReviewScreen, WithoutACountThereIsTheWayToOne) {
  const ACountedBench uncounted(false);
  VisitByHand by_hand("/review", "ru");
  const http::Response shown = show_review(by_hand.visit, *uncounted.bench);
  EXPECT_NE(shown.body.find("К следующему шагу"), std::string::npos) << shown.body;
  EXPECT_EQ(shown.body.find("type=\"file\""), std::string::npos);
  EXPECT_THROW((void)take_review_table(by_hand.visit, *uncounted.bench), base::Error);
  EXPECT_THROW((void)review_as_json(by_hand.visit, *uncounted.bench), base::Error);
}

TEST(ReviewScreen, ARefusedTableSaysWhy) {
  const ACountedBench counted;
  VisitByHand by_hand("/review/table");
  const http::Response shown = show_review_refused(
      by_hand.visit, *counted.bench, base::message("no file was chosen, or it is empty"), 422);
  EXPECT_EQ(shown.status, 422);
  EXPECT_NE(shown.body.find("no file was chosen"), std::string::npos);
}

TEST(ReviewScreen, ProgramsReadTheSameQueue) {
  const ACountedBench counted;
  VisitByHand by_hand("/review.json");
  const http::Response answered = review_as_json(by_hand.visit, *counted.bench);
  EXPECT_EQ(answered.type, "application/json");
  EXPECT_GE(nlohmann::json::parse(answered.body).at("tasks").size(), 1U);
}

TEST(ReviewScreen, TheTaskStandsOnThePageAndItsWeightOnlyWhereItIsWanted) {
  const AReviewedBench town;
  const auto task = town.first();
  VisitByHand by_hand("/review");
  const http::Response shown = show_review(by_hand.visit, *town.bench);
  EXPECT_NE(shown.body.find("task-" + task.id), std::string::npos) << shown.body;
  EXPECT_NE(shown.body.find("/assets/review.js"), std::string::npos);
  EXPECT_EQ(shown.body.find("class=\"weight\""), std::string::npos);
  VisitByHand weights("/review?weights=" + task.id);
  const http::Response seen = show_review(weights.visit, *town.bench);
  EXPECT_NE(seen.body.find("class=\"weight\""), std::string::npos);
  VisitByHand unknown("/review?weights=%3Cscript%3E");
  EXPECT_EQ(show_review(unknown.visit, *town.bench).body.find("<script>"), std::string::npos);
}

TEST(ReviewScreen, AfterAnAnswerItSaysSoAndOffersToCountAgain) {
  const AReviewedBench town;
  VisitByHand before("/review");
  EXPECT_EQ(show_review(before.visit, *town.bench).body.find("csrf-of-/count"), std::string::npos);
  EXPECT_EQ(town.post(town.fields(town.first(), "different")).status, 303);
  VisitByHand by_hand("/review?saved=1");
  const http::Response shown = show_review(by_hand.visit, *town.bench);
  EXPECT_NE(shown.body.find("Saved: "), std::string::npos) << shown.body;
  EXPECT_NE(shown.body.find("csrf-of-/count"), std::string::npos);
}

}  // namespace
}  // namespace sanaq::workspace
