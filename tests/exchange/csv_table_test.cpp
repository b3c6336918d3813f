#include "sanaq/exchange/csv_table.h"

#include <gtest/gtest.h>

#include "sanaq/base/error.h"
#include "sanaq/tables/xlsx_write.h"

namespace sanaq::exchange {

TEST(CsvTable, RowsHaveAsManyCellsAsTheHeaderAndTheRowOfASpreadsheet) {
  const CsvTable table = read_csv_table("a; b ;c\n1;2;3\n;;\n4;5\n", "table.csv");
  EXPECT_EQ(table.header, (std::vector<std::string>{"a", "b", "c"}));
  ASSERT_EQ(table.rows.size(), 2u);
  EXPECT_EQ(table.rows[1], (std::vector<std::string>{"4", "5", ""}));
  EXPECT_EQ(table.row_numbers, (std::vector<std::int64_t>{2, 4}));
}

TEST(CsvTable, ARowWiderThanTheHeaderAndAnEmptyFileAreRefused) {
  EXPECT_THROW((void)read_csv_table("a,b\n1,2,3\n", "table.csv"), base::Error);
  EXPECT_THROW((void)read_csv_table("", "table.csv"), base::Error);
}

TEST(CsvTable, ATableComesInAnyFormThatAListMayHave) {
  const tables::Sheet sheet{"A", {{"a"}, {"b"}}, {{"1", "2"}, {"", ""}, {"3", ""}}, 0};
  for (const std::string& bytes :
       {tables::write_xlsx(sheet), std::string("a;b\r\n1;2\r\n;\r\n3;\r\n"),
        std::string("\xEF\xBB\xBF"
                    "a,b\n1,2\n,\n3,\n")}) {
    const CsvTable table = read_table(bytes, "table");
    EXPECT_EQ(table.header, (std::vector<std::string>{"a", "b"}));
    EXPECT_EQ(table.row_numbers, (std::vector<std::int64_t>{2, 4}));
    EXPECT_EQ(read_whole_table(bytes, "table").rows.size(), 3u);
  }
  EXPECT_THROW((void)read_table("%PDF-1.4", "table"), base::Error);
}

}  // namespace sanaq::exchange
