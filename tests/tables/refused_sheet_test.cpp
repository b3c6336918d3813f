#include "sanaq/tables/refused_sheet.h"

#include <gtest/gtest.h>

#include "sanaq/base/error.h"

namespace sanaq::tables {
namespace {

TEST(RefusedSheet, TheFileIsNamed) {
  for (const auto refuse : {refuse_damaged_sheet, refuse_large_cell, refuse_large_row}) {
    try {
      refuse("lists/morgue.xlsx");
      FAIL();
    } catch (const base::Error& error) {
      EXPECT_EQ(error.kind(), base::Kind::bad_input);
      EXPECT_NE(std::string(error.what()).find("lists/morgue.xlsx"), std::string::npos);
    }
  }
}

}  // namespace
}  // namespace sanaq::tables
