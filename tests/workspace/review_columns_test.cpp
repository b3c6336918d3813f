#include "sanaq/workspace/review_columns.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace sanaq::workspace {
namespace {

using record::Field;

void add_column(record::RecordTable& table, std::optional<Field> field, const std::string& header,
                const std::vector<std::string>& cells, const std::vector<std::string>& read = {}) {
  record::Column column{header, field, {}, {""}, {""}};
  for (std::size_t at = 0; at < cells.size(); ++at) {
    column.codes.push_back(static_cast<std::uint32_t>(column.values.size()));
    column.values.push_back(cells[at]);
    column.canonical.push_back(read.empty() ? cells[at] : read[at]);
  }
  table.columns.push_back(std::move(column));
}

record::RecordTable two_records() {
  record::RecordTable table;
  table.lists = {{"hospital", "h.csv", "", false}, {"morgue", "m.csv", "", false}};
  table.list_of = {0, 1};
  table.ids = {"1", "2"};
  table.rows = {2, 3};
  return table;
}

const ComparedRow* row_named(const std::vector<ComparedRow>& rows, const std::string& title) {
  const auto found = std::find_if(rows.begin(), rows.end(),
                                  [&](const ComparedRow& row) { return row.title == title; });
  return found == rows.end() ? nullptr : &*found;
}

const draw::Voice english_columns("en");

}  // namespace

TEST(ReviewColumns, DatesAreHeldAgainstEachOtherAsIntervals) {
  record::RecordTable table = two_records();
  add_column(table, Field::date, "Day", {"16.12.2011", "December 2011"}, {"2011-12-16", "2011-12"});
  add_column(table, Field::birth, "Born", {"1970", "1986"});
  add_column(table, Field::death, "Died", {"2011-12-16", ""});
  const auto rows = compared_columns(table, {0, 1}, english_columns);
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_EQ(rows[0].likeness, Likeness::near) << "one lies within the other";
  EXPECT_EQ(rows[0].cells[0].text, "16.12.2011");
  EXPECT_EQ(rows[0].cells[0].read, "16 December 2011");
  EXPECT_EQ(rows[0].cells[1].read, "") << "it says no more than the cell";
  EXPECT_EQ(rows[1].likeness, Likeness::differs);
  EXPECT_EQ(rows[2].likeness, Likeness::one_sided);
}

TEST(ReviewColumns, EverythingElseByWhatWasRead) {
  record::RecordTable table = two_records();
  add_column(table, Field::sex, "Sex", {"м", "M"}, {"m", "m"});
  add_column(table, Field::age, "Age", {"40-45", "43"});
  add_column(table, Field::place, "Place", {"Площадь", "Ploshchad"});
  add_column(table, std::nullopt, "Остаток", {"ОДИН", "один"});
  add_column(table, std::nullopt, "Empty", {"", ""});
  const auto rows = compared_columns(table, {0, 1}, english_columns);
  ASSERT_EQ(rows.size(), 4U) << "a column in which none says anything is left out";
  EXPECT_EQ(rows[0].likeness, Likeness::same);
  EXPECT_EQ(rows[0].cells[0].read, "man");
  EXPECT_EQ(rows[0].cells[0].latin, "");
  EXPECT_EQ(rows[1].likeness, Likeness::near);
  EXPECT_EQ(rows[2].likeness, Likeness::near) << "the same in another script";
  EXPECT_EQ(rows[2].cells[0].latin, "Ploshchad");
  EXPECT_EQ(rows[3].title, "Остаток");
  EXPECT_EQ(rows[3].likeness, Likeness::same);
}

TEST(ReviewColumns, TheWholeNameHasItsPartsUnlessARecordHasBoth) {
  record::RecordTable table = two_records();
  add_column(table, Field::family, "Family", {"Тасов", ""});
  add_column(table, Field::given, "Given", {"Болат", "Болат"});
  add_column(table, Field::name, "Name", {"", "Tasov Bolat"});
  const ComparedRow names = whole_names(table, {0, 1}, english_columns);
  EXPECT_EQ(names.cells[0].text, "Тасов Болат");
  EXPECT_EQ(names.cells[0].latin, "Tasov Bolat");
  EXPECT_EQ(names.cells[1].text, "Tasov Bolat");
  EXPECT_EQ(names.likeness, Likeness::near);
  const auto rows = compared_columns(table, {0, 1}, english_columns);
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_NE(row_named(rows, "Given name"), nullptr);
}

TEST(ReviewColumns, AnUnnamedBodyStandsAgainstAName) {
  record::RecordTable table = two_records();
  add_column(table, Field::name, "Name", {"", "Tasov Bolat"});
  EXPECT_EQ(whole_names(table, {0, 1}, english_columns).likeness, Likeness::one_sided);
}

TEST(ReviewColumns, OfSeveralWhatDiffersSaysMost) {
  record::RecordTable table = two_records();
  table.list_of.push_back(0);
  table.ids.emplace_back("3");
  table.rows.push_back(4);
  add_column(table, Field::occupation, "Work", {"cook", "", "driver"});
  EXPECT_EQ(compared_columns(table, {0, 1, 2}, english_columns)[0].likeness, Likeness::differs);
}

}  // namespace sanaq::workspace
