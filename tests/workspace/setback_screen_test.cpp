#include "sanaq/workspace/setback_screen.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/ledger/ledger.h"
#include "sanaq/persons/decisions.h"
#include "sanaq/workspace/review_task.h"
#include "workspace/a_reviewed_bench.h"

namespace sanaq::workspace {
namespace {

// A decision that eight rows are no persons, one of which was corrected since.
struct CameUpAgain : AReviewedBench {
  CameUpAgain() {
    const HeldNow held = bench->held();
    ledger::Decision decision;
    decision.verdict = ledger::Verdict::no_person;
    decision.reason = "totals <of> pages";
    for (std::uint32_t record = 0; record < 8; ++record) {
      decision.records.push_back(held->outcome.records.identities[record]);
      decision.cells.push_back(
          persons::cells_read(held->outcome.records, held->outcome.list_fields, record));
    }
    decision.cells[2].digest = std::string(32, '0');
    bench->write([&](ledger::Writer& writer) {
      decision.by = writer.key().name();
      const ledger::Entry entered = writer.append("decision", ledger::body_of(decision));
      entry = persons::short_name({entered.writer, entered.seq});
    });
  }
  [[nodiscard]] http::Response get(const char* language = "en") const {
    VisitByHand by_hand("/review/setback/x", language);
    by_hand.names("ENTRY", entry);
    return show_setback(by_hand.visit, *bench);
  }
  [[nodiscard]] http::Response answer(const std::string& which, const std::string& seen) const {
    VisitByHand by_hand("/review/setback/x");
    by_hand.names("ENTRY", entry).posts({{"do", which}, {"seen", seen}});
    return answer_setback(by_hand.visit, *bench);
  }
  // What the form of the page has.
  [[nodiscard]] std::string seen(const std::string& which) const {
    const std::string body = get().body, field = "value=\"" + which + "\">";
    const std::string after = "name=\"seen\" value=\"";
    const std::size_t at = body.find(after, body.find(field));
    EXPECT_NE(at, body.npos) << body;
    return body.substr(at + after.size(), 32);
  }
  std::string entry;
};

bool has(const std::string& text, const std::string& wanted) {
  return text.find(wanted) != text.npos;
}

}  // namespace

TEST(SetbackScreen, ADecisionOnManyRowsIsAListWithTheChangedOnesFirst) {
  const CameUpAgain town;
  const std::string body = town.get().body;
  EXPECT_TRUE(has(body, "totals &lt;of&gt; pages")) << body;
  EXPECT_TRUE(has(body, "1 row changed"));
  EXPECT_TRUE(has(body, "all 8 rows as they are now"));
  EXPECT_TRUE(has(body, "the 7 rows that did not change"));
  EXPECT_LT(body.find("this row changed"), body.find("as it was"));
  EXPECT_TRUE(has(town.get("ru").body, "Изменилась 1 строка"));
}

TEST(SetbackScreen, ItsCardLeadsThere) {
  const CameUpAgain town;
  investigation::NextTask task;
  task.id = std::string(32, 'a');
  task.task.kind = investigation::QueueKind::setback;
  task.task.entry = town.entry;
  task.task.records = task.open = town.now().standing->back().records;
  const VisitByHand by_hand("/review");
  const std::string card = task_card(by_hand.visit, town.now(), task, {});
  EXPECT_TRUE(has(card, "/review/setback/")) << card;
  EXPECT_TRUE(has(card, "Look at the 8 rows and answer"));
  EXPECT_FALSE(has(card, "class=\"compared\"")) << "eight columns are no card";
  EXPECT_TRUE(has(card, "value=\"skip\""));
}

TEST(SetbackScreen, ItHoldsForAllRowsAsTheyAreNowAndIsEnteredOnce) {
  const CameUpAgain town;
  const std::string seen = town.seen("all");
  for (int press = 0; press < 2; ++press) {
    const http::Response response = town.answer("all", seen);
    EXPECT_EQ(response.status, 303);
    EXPECT_EQ(town.now().standing->size(), 2U) << "once";
  }
  const ledger::Decision& entered = town.now().standing->back();
  EXPECT_EQ(entered.records.size(), 8U);
  EXPECT_EQ(entered.reason, "totals <of> pages");
  for (std::size_t at = 0; at < 8; ++at)
    EXPECT_TRUE(town.now().desk->today.is_as_read(entered, at));
  EXPECT_EQ(town.bench->behind(), Behind::links);
}

TEST(SetbackScreen, ForThoseThatDidNotChangeTheEarlierOneIsTakenBackAsWell) {
  const CameUpAgain town;
  EXPECT_EQ(town.answer("as_read", town.seen("as_read")).status, 303);
  ASSERT_EQ(town.now().standing->size(), 1U);
  EXPECT_EQ(town.now().standing->back().records.size(), 7U);
}

TEST(SetbackScreen, WhatIsNotAsThePageHadItIsNotEntered) {
  const CameUpAgain town;
  const http::Response response = town.answer("all", std::string(32, 'b'));
  EXPECT_EQ(response.status, 409);
  EXPECT_TRUE(has(response.body, "nothing was entered"));
  EXPECT_EQ(town.now().standing->size(), 1U);
  EXPECT_THROW((void)town.answer("none", ""), base::Error);
  VisitByHand by_hand("/review/setback/x");
  by_hand.names("ENTRY", "00000000:1");
  EXPECT_THROW((void)show_setback(by_hand.visit, *town.bench), base::Error);
}

}  // namespace sanaq::workspace
