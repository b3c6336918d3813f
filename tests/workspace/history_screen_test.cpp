#include "sanaq/workspace/history_screen.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "sanaq/base/error.h"
#include "workspace/a_counted_bench.h"
#include "workspace/visit_by_hand.h"

namespace sanaq::workspace {
namespace {

TEST(HistoryScreen, WhatWasDoneStandsByDayInWords) {
  const ACountedBench counted;
  VisitByHand by_hand("/history");
  const http::Response shown = show_history(by_hand.visit, *counted.bench);
  EXPECT_NE(shown.body.find("the records were linked"), std::string::npos) << shown.body;
  EXPECT_NE(shown.body.find("the list \u2068hospital\u2069 came in"), std::string::npos);
  EXPECT_NE(shown.body.find("/history/table/xlsx"), std::string::npos);
}

TEST(HistoryScreen, ProgramsAndSpreadsheetsHaveTheSameEntries) {
  const ACountedBench counted;
  VisitByHand by_hand("/history.json");
  const auto entries =
      nlohmann::json::parse(history_as_json(by_hand.visit, *counted.bench).body).at("entries");
  VisitByHand taking("/history/table/csv");
  taking.names("FORM", "csv");
  const std::string csv = download_history(taking.visit, *counted.bench).body;
  EXPECT_EQ(static_cast<std::size_t>(std::count(csv.begin(), csv.end(), '\n')), entries.size() + 1);
  VisitByHand wrong("/history/table/pdf");
  wrong.names("FORM", "pdf");
  EXPECT_THROW((void)download_history(wrong.visit, *counted.bench), base::Error);
}

}  // namespace
}  // namespace sanaq::workspace
