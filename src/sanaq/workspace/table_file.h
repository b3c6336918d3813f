// A table to be opened in a spreadsheet: XLSX, or CSV as a Russian Excel opens it.
#pragma once
#include <string>
#include <vector>

#include "sanaq/http/response.h"
#include "sanaq/workspace/held.h"
#include "sanaq/workspace/visit.h"

namespace sanaq::workspace {

struct TableFile {
  std::string name;                            // of the file, without its ending: "persons"
  std::string title;                           // of the sheet, in the reader's language
  std::vector<std::string> headers;            // the same words in every language
  std::vector<std::vector<std::string>> rows;  // dates as 2011-12-16
};

// Returns the table in the form that the query's `form` names ("csv"; else XLSX). No cell of it can
// be a formula.
[[nodiscard]] http::Response download_table(const Visit& visit, const TableFile& table);

}  // namespace sanaq::workspace
