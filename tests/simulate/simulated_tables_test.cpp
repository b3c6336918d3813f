#include "sanaq/simulate/simulated_tables.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <variant>

namespace sanaq::simulate {
namespace {

std::string cell(const record::PlainTable& table, const std::string& column, std::size_t row) {
  const auto& texts = std::get<record::CodedTexts>(table.find(column)->values);
  return texts.texts[texts.codes[row]];
}

TEST(SimulatedTables, AListHasItsHeadersAndCells) {
  const Result result = simulate({.persons = 60, .lists = 3});
  for (const SimulatedList& list : result.lists) {
    const record::PlainTable table = list_table(list);
    ASSERT_EQ(list.rows.size(), table.rows);
    ASSERT_EQ(list.plan.columns.size(), table.columns.size());
    const std::size_t last = table.rows - 1, end = table.columns.size() - 1;
    EXPECT_EQ(list.rows[last].cells[end], cell(table, list.plan.columns[end].header, last));
  }
}

TEST(SimulatedTables, TheTruthNamesEachRowAsTheListDoes) {
  const Result result = simulate({.persons = 60, .lists = 3});
  const record::PlainTable truth = truth_table(result);
  std::size_t row = 0, without_id = 0;
  for (const SimulatedList& list : result.lists) {
    const record::PlainTable table = list_table(list);
    for (std::size_t at = 0; at < table.rows; ++at, ++row) {
      EXPECT_EQ(list.plan.name, cell(truth, "list", row));
      EXPECT_EQ(person_name(list.rows[at].person), cell(truth, "person", row));
      const auto& columns = list.plan.columns;
      const auto id = std::find_if(columns.begin(), columns.end(), [](const PlannedColumn& column) {
        return column.field == record::Field::id;
      });
      without_id += id == columns.end() ? 1 : 0;
      EXPECT_EQ(id == columns.end() ? std::to_string(at + 2) : cell(table, id->header, at),
                cell(truth, "record", row));
    }
  }
  EXPECT_EQ(row, truth.rows);
  EXPECT_GT(without_id, 0U);
}

}  // namespace
}  // namespace sanaq::simulate
