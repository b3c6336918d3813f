#include "sanaq/tables/ods.h"

#include <gtest/gtest.h>

#include "sanaq/base/files.h"

namespace sanaq::tables {

TEST(Ods, RowsThatAreStoredOnceAndRepeatedAllCount) {
  const std::vector<Sheet> sheets =
      read_ods(base::read_file(SANAQ_SOURCE_DIR "/tests/tables/fixtures/list.ods"));
  ASSERT_EQ(sheets.size(), 2U);
  ASSERT_EQ(sheets[0].rows.size(), 9U);  // and not the million empty ones behind
  EXPECT_EQ(sheets[0].rows[2], sheets[0].rows[4]);
}

TEST(Ods, RemarksOnACellAreNotItsText) {
  const std::vector<Sheet> sheets =
      read_ods(base::read_file(SANAQ_SOURCE_DIR "/tests/tables/fixtures/list.ods"));
  EXPECT_EQ(sheets.at(0).rows.at(7).at(3), "first\nsecond");
}

TEST(Ods, WhatIsNoArchiveThrows) { EXPECT_ANY_THROW((void)read_ods("PK\x03\x04 nothing")); }

}  // namespace sanaq::tables
