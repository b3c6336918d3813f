#include "sanaq/workspace/mend_screen.h"

#include "sanaq/base/error.h"
#include "sanaq/investigation/settings_changes.h"
#include "workspace/a_read_bench.h"
#include "workspace/visit_by_hand.h"

namespace sanaq::workspace {
namespace {

using Fields = std::vector<std::pair<std::string, std::string>>;

class MendScreen : public AReadBench {
 protected:
  http::Response kind(Fields fields) {
    fields.insert(fields.begin(), {"digest", investigation::read_settings(folder_).digest});
    VisitByHand by_hand("/lists/x/kind");
    by_hand.names("NAME", "больница").posts(std::move(fields));
    return mend_kind(by_hand.visit, bench_);
  }
  http::Response cell(Fields fields) {
    VisitByHand by_hand("/lists/x/mend");
    by_hand.names("NAME", "больница").posts(std::move(fields));
    return mend_cell(by_hand.visit, bench_);
  }
};

TEST_F(MendScreen, OneAnswerIsShownAndThenMendsAllEqualCells) {
  open();
  const std::string before = toml();
  Fields fields = {{"column", "Пол"}, {"text", "1"}, {"answer", "means"}, {"meaning", "f"}};
  const http::Response seen = kind(fields);
  EXPECT_EQ(seen.status, 200);
  EXPECT_NE(seen.body.find("2 more cells can be read"), std::string::npos) << seen.body;
  EXPECT_EQ(toml(), before);
  fields.emplace_back("do", "save");
  EXPECT_EQ(kind(fields).status, 303);
  EXPECT_EQ(config().lists.at(0).values.at("sex").at("1"), "f");
}

TEST_F(MendScreen, AnAnswerThatCannotBeIsRefusedWithItsText) {
  open();
  for (const Fields &fields :
       {Fields{{"column", "Пол"}, {"text", "1"}, {"answer", "means"}, {"meaning", ""}},
        Fields{{"column", "Пол"}, {"text", "1"}, {"answer", "magic"}, {"meaning", "f"}}})
    EXPECT_EQ(kind(fields).status, 422);
  EXPECT_EQ(kind({{"column", "Пол"}, {"text", "77"}, {"answer", "means"}, {"meaning", "f"}}).status,
            404);
}

TEST_F(MendScreen, HowACellIsReadIsShownBeforeItIsEntered) {
  open();
  Fields fields = {{"row", "3"},
                   {"column", "Дата рождения"},
                   {"was", "когда-то"},
                   {"value", "5 марта 1971"},
                   {"reason", "her passport"}};
  const http::Response seen = cell(fields);
  EXPECT_EQ(seen.status, 200);
  EXPECT_NE(seen.body.find("1971-03-05"), std::string::npos) << seen.body;
  fields.emplace_back("do", "save");
  EXPECT_EQ(cell(fields).status, 303);
  for (int tries = 0; tries < 200; ++tries) {
    wait();
    if (bench_.held() && bench_.held()->outcome.lists.at(0).bad_cells.size() == 2) break;
    std::this_thread::sleep_for(std::chrono::milliseconds(25));
  }
  EXPECT_EQ(bench_.held()->outcome.lists.at(0).bad_cells.size(), 2U);
  // The list's file stays as it is.
  EXPECT_EQ(base::read_file(path("lists/h.csv")), hospital_csv);
}

TEST_F(MendScreen, WhatCannotBeReadOrIsAnotherCellIsNotEntered) {
  open();
  EXPECT_EQ(cell({{"row", "3"},
                  {"column", "Дата рождения"},
                  {"was", "когда-то"},
                  {"value", "someday"},
                  {"reason", "x"},
                  {"do", "save"}})
                .status,
            422);
  EXPECT_EQ(cell({{"row", "3"},
                  {"column", "Дата рождения"},
                  {"was", "another"},
                  {"value", "1971"},
                  {"reason", "x"},
                  {"do", "save"}})
                .status,
            409);
  EXPECT_EQ(cell({{"row", "999"}, {"column", "Дата рождения"}, {"value", "1971"}}).status, 404);
}

}  // namespace
}  // namespace sanaq::workspace
