#include "sanaq/workspace/review_strip.h"

#include "sanaq/persons/decisions.h"
#include "workspace/a_reviewed_bench.h"

namespace sanaq::workspace {

TEST(ReviewStrip, TheLastAnswersStandInTheWordsOfTheirRows) {
  const AReviewedBench town;
  const VisitByHand by_hand("/review");
  EXPECT_TRUE(last_answers(town.now(), 10).empty());
  EXPECT_NE(review_strip(by_hand.visit, town.now()).find("None yet"), std::string::npos);
  EXPECT_EQ(town.post(town.fields(town.first(), "different")).status, 303);
  const auto answers = last_answers(town.now(), 10);
  ASSERT_EQ(answers.size(), 1U);
  EXPECT_EQ(answers[0].verdict, ledger::Verdict::different);
  const std::string strip = review_strip(by_hand.visit, town.now());
  EXPECT_NE(strip.find("Omir Kumdarov"), std::string::npos) << strip;
  EXPECT_NE(strip.find("An invented reason"), std::string::npos);
  EXPECT_NE(strip.find("name=\"name\" value=\"" + answers[0].entry + "\""), std::string::npos);
  EXPECT_NE(strip.find("bits"), std::string::npos) << "after the answer the weight may be seen";
}

TEST(ReviewStrip, WhatWasEnteredAsOneActIsOneAnswerAndOthersHaveNone) {
  ReviewNow now;
  now.who = {std::string(64, 'a'), "A reviewer"};
  std::vector<ledger::Decision> standing;
  const auto add = [&](const std::string& writer, const std::string& task,
                       std::vector<std::string> records, ledger::Verdict verdict) {
    ledger::Decision decision;
    decision.verdict = verdict;
    decision.records = std::move(records);
    decision.place = {writer, static_cast<std::int64_t>(standing.size() + 1)};
    decision.asked.task = task;
    standing.push_back(decision);
  };
  add(now.who.writer, "", {"1", "2"}, ledger::Verdict::different);
  add(now.who.writer, "", {"2", "1"}, ledger::Verdict::same);
  add(now.who.writer, "t1", {"3", "4"}, ledger::Verdict::same);
  add(now.who.writer, "t1", {"3", "5"}, ledger::Verdict::different);
  add(std::string(64, 'b'), "t2", {"6", "7"}, ledger::Verdict::same);
  now.standing = std::make_shared<const std::vector<ledger::Decision>>(standing);
  const auto answers = last_answers(now, 10);
  ASSERT_EQ(answers.size(), 2U) << "the newest on the same records counts";
  EXPECT_EQ(answers[0].records, (std::vector<std::string>{"3", "4"}));
  EXPECT_EQ(answers[0].verdict, ledger::Verdict::same);
  EXPECT_EQ(answers[1].entry, persons::short_name(standing[1].place));
  EXPECT_EQ(last_answers(now, 1).size(), 1U);
}

}  // namespace sanaq::workspace
