#include "sanaq/exchange/cells_csv.h"

#include <gtest/gtest.h>

#include "sanaq/base/error.h"

namespace sanaq::exchange {
namespace {

std::string refusal(const std::string& text) {
  try {
    (void)read_cells(text, "cells.csv");
  } catch (const base::Error& error) {
    return error.what();
  }
  return "";
}

TEST(CellsCsv, EqualPatternsAreSummedAndNaIsNotCovered) {
  const estimate::CaptureTable table = read_cells("a,b,count\n1,1,3\n1,1,4\n1,NA,5\n", "cells.csv");
  EXPECT_EQ(table.observed(), 12);
  ASSERT_EQ(table.cells.size(), 2u);
  for (const estimate::Cell& cell : table.cells)
    EXPECT_EQ(cell.count, cell.not_covered == 0 ? 7 : 5);
}

TEST(CellsCsv, WhatIsNoCountIsRefusedWithRowAndColumn) {
  EXPECT_NE(refusal("a,b,count\n1,1,3\n1,0,-1\n").find("row 3, column count"), std::string::npos);
  EXPECT_NE(refusal("a,b,count\n1,1,2.5\n").find("row 2"), std::string::npos);
  EXPECT_NE(refusal("a,b,count\n1,2,5\n").find("column b"), std::string::npos);
  EXPECT_NE(refusal("a,b,count\n0,0,5\n"), "");
  EXPECT_NE(refusal("a,b\n1,1\n"), "");
  EXPECT_NE(refusal("a,count\n1,4\n"), "");
}

TEST(CellsCsv, ColumnsPartPersonsIntoStrata) {
  const auto strata = read_cells_by_stratum(
      "sex,a,b,age,count\nw,1,0,20,5\nm,1,1,,7\nw,1,0,20,2\nw,0,1,30,1\n", "c.csv", {"sex", "age"});
  ASSERT_EQ(strata.size(), 3u);
  EXPECT_EQ(strata[0].name, "w, 20");
  EXPECT_EQ(strata[0].table.observed(), 7);
  EXPECT_EQ(strata[1].name, "m, ?");
  EXPECT_EQ(strata[2].table.lists, (std::vector<std::string>{"a", "b"}));
}

}  // namespace
}  // namespace sanaq::exchange
