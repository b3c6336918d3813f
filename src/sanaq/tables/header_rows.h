// Where the header of a table is, and what it says: one row, or two if a title is spread over the
// columns below it ("Дата": "рождения", "гибели").
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sanaq/tables/list_source.h"
#include "sanaq/tables/sample.h"

namespace sanaq::tables {

struct FoundHeader {
  std::int64_t first = 0, last = 0;  // rows, from 1; 0 if the file has no header row
  std::vector<std::string> cells;    // one for each column; empty if the file has no header
  // True if it was taken as the header although it names no field.
  bool is_guess = false;
};

// Returns the row that the user names, or the one with the user's headers, or the first that names
// two fields or more, or the first that has a cell in most columns. A first row whose cells are of
// the same kind as those below it (a date over dates, an age over ages) is a record: there is then
// no header. Throws Error{bad_input} if the row that the user names does not exist.
[[nodiscard]] FoundHeader find_header(const ListSource& source, const SampledRows& rows);

}  // namespace sanaq::tables
