#include "sanaq/workspace/bad_cells_screen.h"

#include "workspace/a_read_bench.h"
#include "workspace/visit_by_hand.h"

namespace sanaq::workspace {
namespace {

class BadCellsScreen : public AReadBench {
 protected:
  std::string shown(const std::string &language = "en") {
    VisitByHand by_hand("/lists/x/bad", language);
    by_hand.names("NAME", "больница");
    return show_bad_cells(by_hand.visit, bench_).body;
  }
};

TEST_F(BadCellsScreen, EqualCellsAreOneQuestionAndThenEachCellIsOne) {
  open();
  const std::string page = shown();
  EXPECT_NE(page.find("2 cells"), std::string::npos) << page;
  EXPECT_NE(page.find("когда-то"), std::string::npos);
  EXPECT_NE(page.find("name=\"was\" value=\"1\""), std::string::npos);
}

TEST_F(BadCellsScreen, EachCellSaysWhoseRowItIsIn) {
  scratch_.write("case/lists/h.csv", "ФИО;Пол\nТасов Болат;м\nКулов Асан;зз\n");
  open();
  const std::string page = shown();
  EXPECT_NE(page.find("<td><bdi>Кулов Асан</bdi></td>"), std::string::npos) << page;
  EXPECT_EQ(page.find("Тасов Болат"), std::string::npos) << page;
}

TEST_F(BadCellsScreen, WhatWasMendedIsNotAskedAgainOnTheNextScreen) {
  scratch_.write("case/lists/h.csv", "ФИО;Пол\nТасов Болат;м\nКулов Асан;зз\n");
  open();
  ASSERT_NE(shown().find("зз"), std::string::npos);
  scratch_.write("case/lists/h.csv", "ФИО;Пол\nТасов Болат;м\nКулов Асан;м\n");
  bench_.read_again();
  EXPECT_EQ(shown().find("зз"), std::string::npos);
}

TEST_F(BadCellsScreen, WhatIsWrittenInACellStaysText) {
  scratch_.write("case/lists/h.csv",
                 "ФИО;Пол\nТасов Болат;<script>alert(1)</script>\nКулов "
                 "Асан;\"\"\"><img src=x>\"\n");
  open();
  const std::string page = shown();
  EXPECT_EQ(page.find("<script>alert"), std::string::npos);
  EXPECT_EQ(page.find("<img"), std::string::npos);
}

TEST_F(BadCellsScreen, NothingToMendIsSaid) {
  scratch_.write("case/lists/h.csv", "ФИО;Пол\nТасов Болат;м\nКулов Асан;м\n");
  open();
  const std::string page = shown();
  EXPECT_NE(page.find("Every cell of this list can be read."), std::string::npos) << page;
}

TEST_F(BadCellsScreen, CellsCanBeKeptAndRunNothing) {
  scratch_.write("case/lists/h.csv", "ФИО;Пол\nТасов Болат;=cmd\nКулов Асан;м\n");
  open();
  VisitByHand by_hand("/lists/x/bad/csv");
  by_hand.names("NAME", "больница").names("FORM", "csv");
  EXPECT_NE(download_bad_cells(by_hand.visit, bench_).body.find("'=cmd"), std::string::npos);
  EXPECT_NE(download_all_bad_cells(by_hand.visit, bench_).body.find("больница;2;Пол"),
            std::string::npos);
}

}  // namespace
}  // namespace sanaq::workspace
