#include "sanaq/simulate/simulated_tables.h"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace sanaq::simulate {
namespace {

void append_text(record::CodedTexts& texts, const std::string& text) {
  texts.codes.push_back(static_cast<std::uint32_t>(texts.texts.size()));
  texts.texts.push_back(text);
}

}  // namespace

record::PlainTable list_table(const SimulatedList& list) {
  record::PlainTable table{list.rows.size(), {}};
  for (std::size_t at = 0; at < list.plan.columns.size(); ++at) {
    record::CodedTexts texts;
    for (const SimulatedRow& row : list.rows) append_text(texts, row.cells[at]);
    table.columns.push_back({list.plan.columns[at].header, std::move(texts)});
  }
  return table;
}

record::PlainTable truth_table(const Result& result) {
  record::CodedTexts lists, records, persons;
  for (const SimulatedList& list : result.lists) {
    const bool has_id = std::ranges::any_of(list.plan.columns, [](const PlannedColumn& column) {
      return column.field == record::Field::id;
    });
    for (std::size_t row = 0; row < list.rows.size(); ++row) {
      append_text(lists, list.plan.name);
      append_text(records, has_id ? list.rows[row].record : std::to_string(row + 2));
      append_text(persons, person_name(list.rows[row].person));
    }
  }
  const std::size_t rows = lists.codes.size();
  return {
      rows,
      {{"list", std::move(lists)}, {"record", std::move(records)}, {"person", std::move(persons)}}};
}

}  // namespace sanaq::simulate
