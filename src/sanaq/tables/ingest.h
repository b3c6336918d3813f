// Reads a list as people send it, and reports every cell that cannot be read.
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "sanaq/base/message.h"
#include "sanaq/base/progress.h"
#include "sanaq/record/record_table.h"

namespace sanaq::tables {

// How one list is to be read. Whatever is absent is found out and told in IngestedList.
struct ListSource {
  std::string name = {};                     // the list's name; unique in an investigation
  std::string path = {};                     // CSV, TSV, XLSX, ODS
  std::vector<std::string> sheets = {};      // of a spreadsheet; several are one list; none: chosen
  std::optional<std::string> encoding = {};  // an ICU name, such as windows-1251
  // As a spreadsheet counts, from 1; 0: the file has no header row. Absent: found.
  std::optional<std::int64_t> header_row = {};
  std::vector<std::int64_t> skip_rows = {};  // rows that the user says are no records
  std::string dates = {};           // dmy, mdy, ymd; empty: proved by the column, or asked for
  std::string calendar = {};        // hijri, jalali, buddhist; empty: Gregorian
  std::optional<int> century = {};  // years of two digits lie in the hundred years from this one
  // FIELD or header -> cell as written, folded -> what it means. `values = { sex = { "1" = "m" }
  // }`.
  std::map<std::string, std::map<std::string, std::string>> values = {};
  std::vector<std::string> nobody_words = {};  // further words that name nobody
  // The years of birth, death and event that can be: the scope's. Absent: told by the columns.
  std::optional<int> first_year = {}, last_year = {};
  std::map<std::string, std::string> columns = {};  // FIELD -> header, as in investigation.toml
  bool one_per_person = false;
  std::optional<std::string> id_header = {};  // --id HEADER
  bool guess_columns = true;                  // recognise headers in English, Russian and Kazakh
  // Headers and FIELDs that are wanted; the others are passed over and, like the id's own column
  // once the records are named, are not in the table. None: all.
  std::optional<std::set<std::string>> only_columns = {};
  bool with_identities = true;  // else RecordTable::identities stays empty
  int threads = 0;              // 0: all processors
};

// One cell that could not be read. The row is kept.
struct BadCell {
  std::string list;
  std::int64_t row = 0;
  std::string column;
  std::optional<record::Field> field;
  std::string value;
  base::Message reason;
  base::Message advice;
};

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
  std::vector<BadCell> bad_cells;
  std::vector<BadCell> doubtful_cells;  // read as they stand, and worth a look
  std::vector<base::Message> warnings;  // duplicate ids, two headers alike, ...
  // Columns that only count the rows: they say nothing of who somebody is.
  std::vector<std::string> counter_headers;
};

// Throws Error{bad_input} for a file that is no table at all (JPEG, directory, empty, header only,
// NUL bytes).
[[nodiscard]] IngestedList ingest(const ListSource& source, base::Progress& progress);

// The same from bytes in memory (CSV and its kin only).
[[nodiscard]] IngestedList ingest_bytes(const ListSource& source, std::string_view bytes,
                                        base::Progress& progress);

// Puts several lists into one table: columns of the same FIELD (or, without one, the same header)
// become one.
[[nodiscard]] record::RecordTable combine(const std::vector<IngestedList>& lists);

}  // namespace sanaq::tables
