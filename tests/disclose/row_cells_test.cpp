#include "sanaq/disclose/row_cells.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace sanaq::disclose {
namespace {

using pages::PublicCell;
using pages::PublicColumn;
using pages::PublicRecord;

PublicRecord record_of(const std::vector<std::string>& texts) {
  PublicRecord record;
  for (const std::string& text : texts)
    record.cells.push_back(text == "-" ? std::nullopt : std::optional(PublicCell{text, text}));
  return record;
}

}  // namespace

TEST(RowCells, StandByTheNamesOfTheirColumnsAndNoneForACellThatIsClosed) {
  const std::vector<PublicColumn> columns = {
      {record::Field::name, ""}, {record::Field::age, ""}, {std::nullopt, "Участок"}};
  const RowCells cells(columns);
  EXPECT_EQ(cells.text(record_of({"A \"b\"\n", "-", "Ж"})),
            R"({"name":"A \"b\"\n","Участок":"Ж"})");
  EXPECT_EQ(cells.text(record_of({"-", "-", "-"})), "{}");
}

// No cell may stand for the other.
TEST(RowCells, AHeaderThatReadsLikeAFieldKeepsItsCell) {
  const std::vector<PublicColumn> columns = {{record::Field::name, ""}, {std::nullopt, "name"}};
  EXPECT_EQ(RowCells(columns).text(record_of({"a", "b"})), R"({"name":"a","name'":"b"})");
}

RC_GTEST_PROP(RowCells, AreWhatTheSlowTwinSays, (const std::vector<std::string>& texts)) {
  const std::vector<std::string> headers = {"b", "a", "я", "Ә", "\xF0\x9F\x95\xAF", "\xEF\xBD\x81"};
  const std::size_t count = *rc::gen::inRange<std::size_t>(1, headers.size() + 1);
  std::vector<PublicColumn> columns;
  std::vector<std::string> cells;
  for (std::size_t at = 0; at < count; ++at) {
    columns.push_back({std::nullopt, headers[at]});
    std::string text = at < texts.size() ? texts[at] : "-";
    for (char& letter : text) letter = static_cast<char>(letter & 0x7F);  // UTF-8
    cells.push_back(text + (at % 2 == 0 ? "" : "ұ"));
  }
  const RowCells rows(columns);
  RC_ASSERT(rows.text(record_of(cells)) == rows.text_of_any(record_of(cells)));
}

}  // namespace sanaq::disclose
