// A table of a screen as a file to keep.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "sanaq/http/response.h"
#include "sanaq/tables/sheet.h"
#include "sanaq/workspace/bench.h"
#include "sanaq/workspace/visit.h"

namespace sanaq::workspace {

enum class TableFile { xlsx, csv };

// What {FORM} of a route is: "xlsx" or "csv"; nullopt for anything else.
[[nodiscard]] std::optional<TableFile> table_file(std::string_view form);

// Returns what the {FORM} of this visit's route is. Throws Error{not_found} for anything else.
[[nodiscard]] TableFile form_wanted(const Visit& visit);

// Returns the table under the name STEM.xlsx or STEM.csv. A workbook has a sheet first that says
// from which investigation and run it is; days of columns that have them are dates, and nothing is
// a formula. A CSV file is for Excel: a mark first, semicolons, and cells that a spreadsheet would
// run have an apostrophe before them. Throws Error{bad_input} for more rows than a sheet can have.
[[nodiscard]] http::Response table_download(const Visit& visit, const Bench& bench,
                                            tables::Sheet sheet, const std::string& stem,
                                            TableFile file);

}  // namespace sanaq::workspace
