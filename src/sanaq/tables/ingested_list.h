// A list as it was read, and everything in it that could not be read.
#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "sanaq/base/message.h"
#include "sanaq/record/bad_cell.h"
#include "sanaq/record/record_table.h"

namespace sanaq::tables {

// One row that is not a record. Every row is accounted for: rows_read is the sum of the records,
// the blank rows and the refused rows.
struct RefusedRow {
  std::int64_t row = 0;
  base::Message reason;
};

struct IngestedList {
  record::RecordTable records;  // exactly one list
  std::string encoding;         // as found or as the user said
  std::string delimiter;        // ",", ";", "tab" or "|"; "" for spreadsheets
  std::int64_t header_row = 0;  // the (last) header row, from 1; 0 if the file has none
  std::map<std::string, std::string> mapping;  // FIELD -> the header of its column
  std::vector<std::string> unmapped_headers;
  std::int64_t rows_read = 0;  // rows after the header
  std::int64_t blank_rows = 0;
  std::vector<RefusedRow> refused;
  std::vector<record::BadCell> bad_cells;
  std::vector<record::BadCell> doubtful_cells;  // read as they are, but worth a look
  std::vector<base::Message> warnings;          // duplicate ids, two headers alike, ...
  // The headers of columns that only count the rows, and so say nothing about who somebody is.
  std::vector<std::string> counter_headers;
};

}  // namespace sanaq::tables
