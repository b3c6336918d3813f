#include "sanaq/tables/error_cells.h"

#include <gtest/gtest.h>

namespace sanaq::tables {

TEST(ErrorCells, AreKnownInTheLanguagesOfTheLists) {
  for (const char* cell : {"#REF!", "#N/A", "#ССЫЛКА!", "#Н/Д", "#знач!", "#BEZUG!", "#VALEUR!",
                           "#¡REF!", "########", "###", "Err:502", "#YOK"})
    EXPECT_TRUE(is_spreadsheet_error(cell)) << cell;
  for (const char* cell : {"#", "##", "#3", "# 12", "Error", "Err: someone", "Errol", "", "#Asan"})
    EXPECT_FALSE(is_spreadsheet_error(cell)) << cell;
}

TEST(ErrorCells, AColumnTooNarrowHasItsOwnAdvice) {
  EXPECT_NE(error_problem("####").advice.english(), error_problem("#REF!").advice.english());
}

}  // namespace sanaq::tables
