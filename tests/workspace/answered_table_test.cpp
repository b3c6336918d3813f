#include "sanaq/workspace/answered_table.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "sanaq/base/error.h"
#include "sanaq/exchange/row_words.h"
#include "sanaq/ledger/ledger.h"
#include "sanaq/workspace/review_waiting.h"
#include "workspace/a_counted_bench.h"
#include "workspace/visit_by_hand.h"

namespace sanaq::workspace {
namespace {

// What the form of the page holds: one answer on two records.
std::string an_answer(const Held& held, std::uint32_t left, std::uint32_t right,
                      const std::string& answer) {
  const auto shown = [&](std::uint32_t record) {
    return nlohmann::json::array({"a record", held.outcome.records.identities[record],
                                  exchange::shown_digest(held.outcome.records, record)});
  };
  return nlohmann::json{{"blank", 3},
                        {"rows", {{2, answer, "<b>why", {shown(left), shown(right)}}}}}
      .dump();
}

class AFile : public http::Body {
 public:
  explicit AFile(std::string bytes) : bytes_(std::move(bytes)) {}
  [[nodiscard]] std::string whole(std::int64_t) override { return ""; }
  void parts(http::PartSink& sink, std::int64_t) override {
    if (!sink.begin({"csrf", "", ""}) || !sink.bytes("csrf-of-/review/table")) return;
    if (sink.begin({"file", "review.csv", "text/csv"})) (void)sink.bytes(bytes_);
  }
  [[nodiscard]] std::int64_t announced() const override { return -1; }

 private:
  std::string bytes_;
};

http::Response posted_table(Bench& bench, const std::string& bytes) {
  AFile body(bytes);
  VisitByHand by_hand("/review/table");
  by_hand.visit.body = &body;
  return show_answered_table(by_hand.visit, bench);
}

std::string filled_in(const Held& held, const std::string& answer) {
  const auto at = [&](std::uint32_t record) {
    return "i" + held.outcome.records.identities[record] + ";d" +
           exchange::shown_digest(held.outcome.records, record);
  };
  return "answer;reason;record_l;record_r;identity_l;digest_l;identity_r;digest_r\n" + answer +
         ";<i>mother;hospital:1;morgue:m1;" + at(0) + ";" + at(4) + "\n;;a;b;" + at(1) + ";" +
         at(2) + "\n";
}

TEST(AnsweredTable, WhatEachRowWouldDoIsShownAndNothingEntered) {
  const ACountedBench counted;
  const http::Response shown =
      posted_table(*counted.bench, filled_in(*counted.bench->held(), "same"));
  EXPECT_EQ(shown.status, 200);
  EXPECT_NE(shown.body.find("will be entered"), std::string::npos) << shown.body;
  EXPECT_NE(shown.body.find("Enter 1 decision"), std::string::npos);
  EXPECT_NE(shown.body.find("&lt;i&gt;mother"), std::string::npos);
  EXPECT_EQ(shown.body.find("<i>mother"), std::string::npos);
  EXPECT_TRUE(decisions_entered_of(counted.folder).empty());
}

TEST(AnsweredTable, AWordThatIsNoAnswerNamesItsRow) {
  const ACountedBench counted;
  const http::Response shown =
      posted_table(*counted.bench, filled_in(*counted.bench->held(), "perhaps"));
  EXPECT_EQ(shown.status, 422);
  EXPECT_NE(shown.body.find("row 2"), std::string::npos) << shown.body;
}

TEST(AnsweredTable, AnotherTableAndNoneAreRefused) {
  const ACountedBench counted;
  EXPECT_EQ(posted_table(*counted.bench, "name;birth\nA;1970\n").status, 422);
  EXPECT_EQ(posted_table(*counted.bench, "").status, 422);
}

TEST(AnsweredTable, AllIsEnteredAsOneActAndOnlyOnce) {
  const ACountedBench counted;
  const std::string answers = an_answer(*counted.bench->held(), 0, 4, "same");
  for (const char* entered : {"/review?entered=1", "/review?entered=0"}) {
    VisitByHand by_hand("/review/enter");
    by_hand.posts({{"file", "review.xlsx"}, {"answers", answers}});
    const http::Response response = enter_answered_table(by_hand.visit, *counted.bench);
    EXPECT_EQ(response.status, 303);
    EXPECT_EQ(response.headers.at(0).second, entered);
  }
  ASSERT_EQ(decisions_in_force_of(counted.folder).size(), 1U);
  EXPECT_EQ(decisions_in_force_of(counted.folder)[0].reason, "<b>why");
  EXPECT_EQ(counted.bench->behind(), Behind::links) << "/ says that the count is stale";
}

TEST(AnsweredTable, AFormThatWasTamperedWithEntersNothing) {
  const ACountedBench counted;
  for (const char* answers :
       {"", "{}", "[[", R"({"blank":0,"rows":[[1]]})", R"({"blank":"x","rows":{"a":1}})"}) {
    VisitByHand by_hand("/review/enter");
    by_hand.posts({{"file", "review.xlsx"}, {"answers", answers}});
    EXPECT_THROW((void)enter_answered_table(by_hand.visit, *counted.bench), base::Error) << answers;
  }
  EXPECT_TRUE(decisions_entered_of(counted.folder).empty());
}

}  // namespace
}  // namespace sanaq::workspace
