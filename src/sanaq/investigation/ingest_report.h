// ingest-report.csv: every cell that could not be read, every row refused, for people with a
// spreadsheet.
#pragma once
#include <string>

#include "sanaq/base/catalog.h"
#include "sanaq/investigation/outcome.h"
#include "sanaq/record/bad_cell.h"

namespace sanaq::investigation {

// Returns `list,row,column,value,reason,advice` with BOM and semicolons; reason and advice are in
// the catalogue's language.
[[nodiscard]] std::string ingest_report_csv(const std::vector<ListReport>& lists,
                                            const std::vector<record::BadCell>& bad_case_cells,
                                            const base::Catalog& catalog);

}  // namespace sanaq::investigation
