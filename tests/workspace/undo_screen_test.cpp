#include "sanaq/workspace/undo_screen.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "sanaq/ledger/ledger.h"
#include "sanaq/persons/decisions.h"
#include "sanaq/workspace/review_waiting.h"
#include "workspace/a_counted_bench.h"
#include "workspace/a_program.h"
#include "workspace/visit_by_hand.h"

namespace sanaq::workspace {
namespace {

ledger::Entry decide_on_two(const ACountedBench& counted) {
  const HeldNow held = counted.bench->held();
  ledger::Decision decision;
  for (const std::uint32_t record : {0U, 4U}) {
    decision.records.push_back(held->outcome.records.identities[record]);
    decision.cells.push_back(
        persons::cells_read(held->outcome.records, held->outcome.list_fields, record));
  }
  ledger::Entry entered;
  counted.bench->write([&](ledger::Writer& writer) {
    decision.by = writer.key().name();
    entered = writer.append("decision", ledger::body_of(decision));
  });
  return entered;
}

TEST(UndoScreen, TheStripNamesTheChangeInTheWordsOfItsRows) {
  const ACountedBench counted;
  VisitByHand by_hand("/");
  EXPECT_EQ(undo_strip(by_hand.visit, *counted.bench), "");
  decide_on_two(counted);
  const std::string strip = undo_strip(by_hand.visit, *counted.bench);
  EXPECT_NE(strip.find("Айбар Танбаев"), std::string::npos) << strip;
  EXPECT_NE(strip.find("csrf-of-/undo"), std::string::npos);
}

TEST(UndoScreen, OnePressTakesItBackAndComesBack) {
  const ACountedBench counted;
  const ledger::Entry entry = decide_on_two(counted);
  counted.bench->note_decisions();
  EXPECT_EQ(counted.bench->behind(), Behind::links);
  VisitByHand by_hand("/undo");
  by_hand.posts({{"name", persons::short_name({entry.writer, entry.seq})}, {"back", "/lists"}});
  const http::Response response = undo_change(by_hand.visit, *counted.bench);
  EXPECT_EQ(response.status, 303);
  EXPECT_EQ(response.headers.at(0).second, "/lists");
  EXPECT_TRUE(decisions_in_force_of(counted.folder).empty());
  EXPECT_EQ(decisions_entered_of(counted.folder).size(), 1U);
  EXPECT_TRUE(comes_true([&] { return counted.bench->behind() == Behind::nothing; }))
      << "what was counted is what stands again";
  const http::Response again = undo_change(by_hand.visit, *counted.bench);
  EXPECT_EQ(again.status, 409) << again.body;
}

TEST(UndoScreen, NobodyIsSentElsewhere) {
  const ACountedBench counted;
  for (const char* back : {"//evil.example", "https://evil.example", "/\\evil.example", ""}) {
    decide_on_two(counted);
    VisitByHand by_hand("/undo");
    by_hand.posts({{"name", ""}, {"back", back}});
    EXPECT_EQ(undo_change(by_hand.visit, *counted.bench).headers.at(0).second, "/") << back;
  }
}

TEST(UndoScreen, WhatIsNotThereOrCannotBeUndoneSaysSo) {
  const ACountedBench counted;
  VisitByHand by_hand("/undo");
  by_hand.posts({{"name", "ffffffff:9"}, {"back", "/"}});
  const http::Response response = undo_change(by_hand.visit, *counted.bench);
  EXPECT_EQ(response.status, 404);
  EXPECT_NE(response.body.find("Nothing was changed."), std::string::npos);
}

}  // namespace
}  // namespace sanaq::workspace
