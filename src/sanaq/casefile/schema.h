// The tables of the case file: which columns each has, and what may stand in a cell.
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sanaq::casefile {

enum class ValueType {
  id,      // of the thing itself
  text,    // as written
  person,  // LIST:RECORD, a person's id, or a name
  code,    // of the vocabulary table, nothing else
  word,    // the same, but other words are reported and kept as written
  date,    // EDTF
  moment,  // a date, perhaps with a time of the day
  count,   // a whole number
  bound,   // one end of a number, in words too: "at least 140" is a least in either column
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
  std::string_view subject;  // KIND of the things that its rows speak of; empty: the row says
  std::vector<Column> columns;
  std::vector<std::string_view> key = {};  // without an id column: what a thing is known by
  bool is_public = false;  // said in public: without a visibility column all of it may leave
};

// None is nullptr.
[[nodiscard]] const TableForm* table_form(std::string_view kind);
[[nodiscard]] const TableForm* form_of_subject(std::string_view subject_kind);
[[nodiscard]] std::span<const TableForm> all_forms();

// The column of a table under a header, as people write headers: any case, spaces for underscores.
[[nodiscard]] const Column* column_with_header(const TableForm& form, std::string_view header);

// What a property of a thing holds; none for a name of the user's own.
[[nodiscard]] const Column* column_of(std::string_view subject_kind, std::string_view property);

}  // namespace sanaq::casefile
