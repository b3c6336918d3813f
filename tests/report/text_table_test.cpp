#include "sanaq/report/text_table.h"

#include <gtest/gtest.h>

namespace sanaq::report {

TEST(TextTable, ColumnsAreAsWideAsTheirWidestCellInCharacters) {
  EXPECT_EQ(character_count("Қайрат"), 6u);
  const std::string table = text_table({{"Қайрат", "x"}, {"ab", "y"}});
  EXPECT_EQ(table, "Қайрат  x\nab      y\n");
}

TEST(TextTable, ATerminalIsNeverGivenControlCharacters) {
  EXPECT_EQ(safe_cell("a\x1b[31mb", 80).find('\x1b'), std::string::npos);
  EXPECT_EQ(character_count(safe_cell(std::string(200, 'x'), 20)), 21u);  // and the ellipsis
}

}  // namespace sanaq::report
