#include "sanaq/exchange/understood_csv.h"

namespace sanaq::exchange {

std::string understood_csv(const record::RecordTable& records, tables::CsvFor reader) {
  std::string csv;
  std::vector<std::string_view> cells = {"list", "row", "record"};
  for (const record::Column& column : records.columns)
    cells.push_back(column.field ? record::field_name(*column.field)
                                 : std::string_view(column.header));
  tables::append_csv_row(csv, cells, reader);
  for (std::size_t at = 0; at < records.record_count(); ++at) {
    const std::string row = std::to_string(records.rows[at]);
    cells = {records.lists[records.list_of[at]].name, row, records.ids[at]};
    for (const record::Column& column : records.columns)
      cells.emplace_back(column.canonical[column.codes[at]]);
    tables::append_csv_row(csv, cells, reader);
  }
  return csv;
}

}  // namespace sanaq::exchange
