#include "sanaq/investigation/agreement.h"

#include <gtest/gtest.h>

namespace sanaq::investigation {
namespace {

using ledger::Decision;
using ledger::Verdict;

class Answers {
 public:
  void add(const std::string& records, Verdict verdict, const std::string& chosen,
           const std::string& held = "", const std::string& by = "A reviewer") {
    const std::string task = std::to_string(++tasks_);
    Decision decision;
    decision.verdict = verdict;
    for (const char record : records) decision.records.push_back(std::string(32, record));
    decision.by = by;
    decision.place = {std::string(64, 'a'), static_cast<std::int64_t>(all.size()) + 1};
    decision.asked.task = std::string(32 - task.size(), '0') + task;
    decision.asked.chosen = chosen;
    decision.asked.held = held;
    all.push_back(std::move(decision));
  }
  std::vector<Decision> all;

 private:
  int tasks_ = 0;
};

}  // namespace

// Wilson 1927, equation of the score interval, computed apart with the quantile 1.959963984540054.
TEST(Agreement, TheIntervalIsWilsons) {
  const Rate rate = wilson_rate(8, 10);
  EXPECT_NEAR(rate.low, 0.490162, 1e-6);
  EXPECT_NEAR(rate.high, 0.943318, 1e-6);
  EXPECT_NEAR(wilson_rate(0, 10).high, 0.277533, 1e-6);
  EXPECT_EQ(wilson_rate(0, 10).low, 0);
  EXPECT_NEAR(wilson_rate(10, 10).low, 0.722467, 1e-6);
  EXPECT_EQ(wilson_rate(0, 0).high, 1);
}

TEST(Agreement, OnlyWhatWasDrawnOrShownAgainCounts) {
  Answers answers;
  answers.add("12", Verdict::same, "gain");
  answers.add("34", Verdict::different, "gain");
  answers.add("56", Verdict::same, "random", "same");
  answers.add("78", Verdict::same, "random", "different");
  answers.add("9a", Verdict::unsure, "random", "different");
  answers.add("21", Verdict::same, "again");
  answers.add("34", Verdict::same, "again");
  answers.add("bc", Verdict::same, "gain", "", "Another");
  Decision by_table;  // answered in a spreadsheet
  by_table.records = {std::string(32, 'd'), std::string(32, 'e')};
  answers.all.push_back(by_table);
  const auto found = agreements(answers.all);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].answered, 7);
  EXPECT_EQ(found[0].as_before.count, 1);
  EXPECT_EQ(found[0].as_before.of, 2);
  EXPECT_EQ(found[0].as_threshold.count, 1);
  EXPECT_EQ(found[0].as_threshold.of, 2);
  EXPECT_EQ(found[0].unsure_drawn, 1);
  EXPECT_EQ(found[1].who.by, "Another");
  EXPECT_EQ(found[1].as_before.of, 0);
}

TEST(Agreement, OfAGroupAllThatIsSaidMustBeTheSame) {
  Answers answers;
  const auto group = [&](Verdict rest, const std::string& chosen) {
    answers.add("12", Verdict::same, chosen, chosen == "random" ? "same" : "");
    Decision second = answers.all.back();
    second.verdict = rest;
    second.records = {std::string(32, '1'), std::string(32, '3')};
    answers.all.push_back(std::move(second));
  };
  group(Verdict::different, "random");
  group(Verdict::different, "again");
  group(Verdict::same, "again");
  const auto found = agreements(answers.all);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].answered, 3);
  EXPECT_EQ(found[0].as_threshold.count, 0);
  EXPECT_EQ(found[0].as_threshold.of, 1);
  EXPECT_EQ(found[0].as_before.of, 2);
  EXPECT_EQ(found[0].as_before.count, 1);
}

}  // namespace sanaq::investigation
