// What the user says about how one list is to be read.
#pragma once
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "sanaq/record/record_table.h"
#include "sanaq/tables/mended_cell.h"

namespace sanaq::tables {

// How one list is to be read. What is left empty is found out and reported in IngestedList.
struct ListSource {
  std::string name = {};  // the list's name; unique in an investigation
  std::string path = {};  // a CSV, TSV, XLSX or ODS file
  // The sheets of a spreadsheet, read together as one list. If it is empty, a sheet is chosen.
  std::vector<std::string> sheets = {};
  std::optional<std::string> encoding = {};  // an ICU name, such as windows-1251
  // The row as a spreadsheet counts it, from 1; 0 means that the file has no header row. If it is
  // absent, the header row is looked for.
  std::optional<std::int64_t> header_row = {};
  std::vector<std::int64_t> skip_rows = {};  // rows that are not records, as the user says
  // The order of day, month and year in dates: "dmy", "mdy" or "ymd". If it is empty, the order is
  // taken from what the column proves, or the user is asked for it.
  std::string dates = {};
  std::string calendar = {};        // "hijri", "jalali" or "buddhist"; empty means Gregorian
  std::optional<int> century = {};  // years of two digits are in the hundred years from this one
  // What coded cells mean: FIELD or header -> the cell as written, folded -> its meaning, as in
  // `values = { sex = { "1" = "m" } }`.
  std::map<std::string, std::map<std::string, std::string>> values = {};
  std::vector<std::string> nobody_words = {};  // further words for "nobody knows the name"
  // The scope's first and last year, from which doubtful years and the century of two-digit years
  // are told. If a bound is absent, the columns themselves say what is likely.
  std::optional<int> first_year = {}, last_year = {};
  std::map<std::string, std::string> columns = {};  // FIELD -> header, as in investigation.toml
  bool one_per_person = false;
  std::optional<std::string> id_header = {};  // the header of the id column (--id HEADER)
  bool guess_columns = true;                  // whether headers are recognised as FIELDs
  // The headers and FIELDs that are wanted; if it is absent, all are. Other columns are not in the
  // table; neither is the id's own column, unless wanted, once the records are named.
  std::optional<std::set<std::string>> only_columns = {};
  bool with_identities = true;  // if false, RecordTable::identities stays empty
  // Only so many rows below the header are read, for a look at a list; 0 means all.
  std::int64_t rows_most = 0;
  // Says what stands in the place of some cells; called once with the named records and their cells
  // as written. Such a text is read as the cells of its column are, and decides nothing of how they
  // are read. Empty: no cell is mended.
  std::function<std::vector<MendedCell>(const record::RecordTable& as_written)> mend = {};
  int threads = 0;  // 0 means all processors
};

}  // namespace sanaq::tables
