#include "sanaq/tables/sheet_series.h"

#include <gtest/gtest.h>

#include "sanaq/base/error.h"
#include "sanaq/tables/list_source.h"

namespace sanaq::tables {
namespace {

struct Made {
  std::vector<std::string> texts;
  std::vector<base::Message> warnings;
  std::unique_ptr<RowSource> rows;
};

std::unique_ptr<Made> series_of(std::vector<std::string> texts) {
  auto made = std::make_unique<Made>();
  made->texts = std::move(texts);
  std::vector<NamedSheet> sheets;
  for (std::size_t at = 0; at < made->texts.size(); ++at)
    sheets.push_back(
        {"s" + std::to_string(at), std::make_unique<CsvRows>(made->texts[at], ',', "test")});
  ListSource source;
  source.name = "morgue";
  made->rows = one_after_another(source, std::move(sheets), made->warnings);
  return made;
}

std::vector<std::vector<std::string>> all(RowSource& rows) {
  std::vector<std::vector<std::string>> read;
  std::vector<std::string_view> cells;
  while (rows.next(cells)) read.emplace_back(cells.begin(), cells.end());
  return read;
}

TEST(SheetSeries, SheetsAreOneListWhateverTheOrderOfTheirColumns) {
  const auto made = series_of({"name,age\nA,1\n", "a title\nage,name,place\n2,B,Аксай\n3,C,\n"});
  const std::vector<std::vector<std::string>> expected = {
      {"name", "age", "place"}, {"A", "1"}, {"B", "2", "Аксай"}, {"C", "3"}};
  auto read = all(*made->rows);
  for (auto& row : read) {
    while (!row.empty() && row.back().empty()) row.pop_back();
  }
  EXPECT_EQ(read, expected);
  EXPECT_EQ(made->warnings.size(), 2U);  // a new column, and where the numbers go on
  made->rows->rewind();
  EXPECT_EQ(all(*made->rows).size(), 4U);
  EXPECT_EQ(made->rows->row(), 6);  // row 4 of the second sheet, behind 2 rows of the first
}

TEST(SheetSeries, ASheetWithoutItsHeaderIsRefused) {
  EXPECT_THROW((void)series_of({"name,age\nA,1\n", "foo,bar\nx,y\n"}), base::Error);
}

}  // namespace
}  // namespace sanaq::tables
