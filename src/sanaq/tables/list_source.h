// How one list is to be read, as its user says.
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

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

}  // namespace sanaq::tables
