#include "sanaq/investigation/ingest_report.h"

#include "sanaq/tables/csv_write.h"

namespace sanaq::investigation {

std::string ingest_report_csv(const std::vector<ListReport>& lists,
                              const std::vector<record::BadCell>& bad_case_cells,
                              const base::Catalog& catalog) {
  std::string out;
  const auto add = [&](const std::vector<std::string_view>& cells) {
    tables::append_csv_row(out, cells, tables::CsvFor::person);
  };
  const auto add_cell = [&](const record::BadCell& cell) {
    add({cell.list, std::to_string(cell.row), cell.column, cell.value, catalog.say(cell.reason),
         catalog.say(cell.advice)});
  };
  add({"list", "row", "column", "value", "reason", "advice"});
  for (const ListReport& list : lists) {
    for (const tables::RefusedRow& refused : list.refused_rows) {
      add({list.name, std::to_string(refused.row), "", "", catalog.say(refused.reason),
           catalog.say("if this row is somebody, correct it in the list and ingest again")});
    }
    for (const record::BadCell& cell : list.bad_cells) add_cell(cell);
    for (const record::BadCell& cell : list.doubtful_cells) add_cell(cell);
  }
  for (const record::BadCell& cell : bad_case_cells) add_cell(cell);
  return out;
}

}  // namespace sanaq::investigation
