// Rows that are no persons and can be told only by the rest of the table: a place over its people,
// a date over its dead, titles repeated on every page, signatures, notes, rows of a form in which
// nothing but the number was filled in.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "sanaq/tables/ingested_list.h"
#include "sanaq/tables/sample.h"

namespace sanaq::tables {

// Takes such rows out of the records (before those are named) and reports each with the reason. A
// place, a date or a sex gives itself to the rows below it whose own cell is empty, up to the next.
// A lone cell that may be somebody's name stays a record and is reported as doubtful. `above`: the
// rows that stand above the header's end.
void refuse_headings(const SampledRows& above, IngestedList& list);

enum class LoneCell {
  person,  // or anything else that may be one
  place,   // "г. Тасбулак"
  date,    // "16 декабря 2011 г."
  men,
  women,    // "Мужчины", "Women"
  heading,  // "Раненые", "Погибшие"
  total,    // "Итого по району: 3 чел."
  note,     // a footnote, a signature, the number of a page
};

// What a cell says that stands alone in its row.
[[nodiscard]] LoneCell kind_of_lone_cell(std::string_view cell);

}  // namespace sanaq::tables
