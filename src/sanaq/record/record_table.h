// All records of one or several lists, column by column; each distinct cell text is kept once.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sanaq/record/field.h"

namespace sanaq::record {

// Codes index `values`; code 0 is the empty cell and values[0] == "".
struct Column {
  std::string
      header;  // as it stands in the file (or the field's name where made from several columns)
  std::optional<Field> field;        // none: the user's own column
  std::vector<std::uint32_t> codes;  // one a record
  std::vector<std::string> values;   // distinct cell texts, UTF-8, trimmed, as written
  // Same length as values: what was read. Dates in EDTF, sex "m"/"f", age and numbers in digits,
  // ids and text as written;
  // "" where the cell says nothing or could not be read (then a BadCell reports it).
  std::vector<std::string> canonical;
};

struct List {
  std::string name;
  std::string file;
  std::string version;          // SHA-256 of the file's bytes, hex
  bool one_per_person = false;  // declared free of duplicates
};

struct RecordTable {
  std::vector<List> lists;
  std::vector<std::uint32_t> list_of;  // one a record: index into lists
  std::vector<std::string>
      ids;  // one a record: the id cell, or the row number where there is no id column
  std::vector<std::int64_t>
      rows;  // one a record: the row a spreadsheet shows, header included (CSV: records)
  std::vector<std::string>
      identities;  // one a record: list and id, or fingerprint and occurrence; unique in the table
  std::vector<Column> columns;

  [[nodiscard]] std::size_t record_count() const { return list_of.size(); }
  [[nodiscard]] const Column* find(Field field) const {
    for (const Column& column : columns) {
      if (column.field == field) return &column;
    }
    return nullptr;
  }
};

}  // namespace sanaq::record
