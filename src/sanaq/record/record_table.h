// All records of one or several lists, column by column; each distinct cell text is kept once.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sanaq/record/field.h"

namespace sanaq::record {

// One column of the table. Code 0 stands for the empty cell, and values[0] == "".
struct Column {
  // The header as it is in the file, or the field's name if the column was made from several.
  std::string header;
  std::optional<Field> field;        // nullopt if the column is the user's own
  std::vector<std::uint32_t> codes;  // one entry for each record: an index into values
  std::vector<std::string> values;   // the distinct cell texts as written, trimmed, in UTF-8
  // What was read from each entry of values, in the same order: dates in EDTF, sex as "m" or "f",
  // ages and numbers in digits, ids and text as written. It is "" if the cell says nothing or could
  // not be read; in the second case a BadCell reports it.
  std::vector<std::string> canonical;
};

struct List {
  std::string name;
  std::string file;
  std::string version;          // SHA-256 of the file's bytes, hex
  bool one_per_person = false;  // the user has declared the list free of duplicates
};

struct RecordTable {
  std::vector<List> lists;
  // The next four have one entry for each record.
  std::vector<std::uint32_t> list_of;  // index into lists
  std::vector<std::string> ids;        // the id cell, or the row number if there is no id column
  // The row number that a spreadsheet shows, which counts the header; for CSV, the record's number.
  std::vector<std::int64_t> rows;
  // Made by Identities; unique in the table. Empty if they were not asked for (ListSource).
  std::vector<std::string> identities;
  std::vector<Column> columns;

  [[nodiscard]] std::size_t record_count() const { return list_of.size(); }
  // Returns nullptr if no column has the field.
  [[nodiscard]] const Column* find(Field field) const {
    for (const Column& column : columns) {
      if (column.field == field) return &column;
    }
    return nullptr;
  }
};

}  // namespace sanaq::record
