// Where the header of a table stands, and what it says: one row, or two where a title is spread
// over the columns below it ("Дата": "рождения", "гибели").
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sanaq/tables/list_source.h"
#include "sanaq/tables/sample.h"

namespace sanaq::tables {

struct FoundHeader {
  std::int64_t first = 0, last = 0;  // rows, from 1; 0: the file has no header row
  std::vector<std::string> cells;    // one a column; empty where the file has none
  // It was taken as the header because the first row had to be something: it names no field.
  bool is_guess = false;
};

// The row that the user names, or where the user's headers stand, or the first row that names two
// fields or more, or the first that has a cell in most columns. A first row whose cells are of the
// kind of those below it (a date over dates, an age over ages) is a record: then there is no
// header. Throws Error{bad_input} where the row that the user names is not there.
[[nodiscard]] FoundHeader find_header(const ListSource& source, const SampledRows& rows);

}  // namespace sanaq::tables
