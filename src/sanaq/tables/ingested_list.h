// A list as it was read, and all that could not be.
#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "sanaq/base/message.h"
#include "sanaq/record/bad_cell.h"
#include "sanaq/record/record_table.h"

namespace sanaq::tables {

// One row that is not a record: rows_read = records + blank + refused.
struct RefusedRow {
  std::int64_t row = 0;
  base::Message reason;
};

struct IngestedList {
  record::RecordTable records;  // exactly one list
  std::string encoding;         // detected or as asked
  std::string delimiter;        // "," ";" "tab" "|" or "" for spreadsheets
  std::int64_t header_row = 0;
  std::map<std::string, std::string> mapping;  // FIELD -> header that was used
  std::vector<std::string> unmapped_headers;
  std::int64_t rows_read = 0;  // data rows after the header
  std::int64_t blank_rows = 0;
  std::vector<RefusedRow> refused;
  std::vector<record::BadCell> bad_cells;
  std::vector<record::BadCell> doubtful_cells;  // read as they stand, and worth a look
  std::vector<base::Message> warnings;          // duplicate ids, two headers alike, ...
  // Columns that only count the rows: they say nothing of who somebody is.
  std::vector<std::string> counter_headers;
};

}  // namespace sanaq::tables
