#include "sanaq/tables/xlsx.h"

#include <gtest/gtest.h>

#include "sanaq/base/files.h"

namespace sanaq::tables {

TEST(Xlsx, TextThatStandsInTheCellItselfIsRead) {
  const std::vector<Sheet> sheets =
      read_xlsx(base::read_file(SANAQ_SOURCE_DIR "/tests/tables/fixtures/lists.xlsx"));
  ASSERT_EQ(sheets.size(), 3U);
  EXPECT_EQ(sheets[1].rows.at(6).at(1), "Гүлнар Сынақова");
}

TEST(Xlsx, WhatIsNoArchiveThrows) { EXPECT_ANY_THROW((void)read_xlsx("PK\x03\x04 nothing")); }

TEST(ShowsDate, OnlyFormatsWithADayOrYearDo) {
  EXPECT_TRUE(shows_date("dd.mm.yyyy"));
  EXPECT_TRUE(shows_date("[$-419]D MMMM YYYY;@"));
  EXPECT_TRUE(shows_date("yyyy"));
  EXPECT_FALSE(shows_date("General"));
  EXPECT_FALSE(shows_date("0.00"));
  EXPECT_FALSE(shows_date("[Red]#,##0"));
  EXPECT_FALSE(shows_date("0\" days\""));
  EXPECT_FALSE(shows_date("0\\d"));
  EXPECT_FALSE(shows_date("[unclosed"));
}

}  // namespace sanaq::tables
