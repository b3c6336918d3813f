// The tables of the case file: which columns each has, and what a cell may contain.
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sanaq::casefile {

enum class ValueType {
  id,      // the id of the thing itself
  text,    // as written
  person,  // LIST:RECORD, a person's id, or a name
  code,    // a code of the vocabulary table, and nothing else
  word,    // such a code; other words are reported and kept as written
  date,    // EDTF
  moment,  // a date, perhaps with a time of the day
  count,   // a whole number
  bound,   // one end of a number, also in words: "at least 140" is a minimum in either column
  counts,  // a whole number or a range, 5-7
  sentence,
  amount,
  source,
  visibility,
  confidence,
  language,
};

struct Column {
  std::string_view name;
  ValueType holds = ValueType::text;
  std::string_view vocabulary = {};
  bool is_several = false;
};

struct TableForm {
  std::string_view kind;     // as in [[table]] kind = "…"
  std::string_view subject;  // KIND of the things in its rows; "" if each row says its own
  std::vector<Column> columns;
  std::vector<std::string_view> key = {};  // columns that identify a thing without an id column
  bool is_public = false;  // said in public: rows may leave unless a visibility column forbids it
};

// Both return nullptr if there is no such table.
[[nodiscard]] const TableForm* table_form(std::string_view kind);
[[nodiscard]] const TableForm* form_of_subject(std::string_view subject_kind);
[[nodiscard]] std::span<const TableForm> all_forms();

// Returns the column that a header names, in any case, with spaces or underscores, or in Russian or
// Kazakh (column_headers.h); nullptr if there is none.
[[nodiscard]] const Column* column_with_header(const TableForm& form, std::string_view header);

// Returns the column that says what a property of a thing holds; nullptr if the property is the
// user's own.
[[nodiscard]] const Column* column_of(std::string_view subject_kind, std::string_view property);

}  // namespace sanaq::casefile
