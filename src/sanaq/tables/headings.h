// Rows that are not persons, which only the rest of the table shows: a place above its people, a
// date above its dead, titles repeated on every page, signatures, notes, rows of a form in which
// only the number was filled in.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "sanaq/tables/ingested_list.h"
#include "sanaq/tables/sample.h"

namespace sanaq::tables {

// Removes such rows from the records (before these are named) and reports each with the reason. A
// place, a date or a sex is given to the rows below it whose own cell is empty, until the next one.
// A single cell that may be somebody's name stays a record and is reported as doubtful. `above` are
// the rows down to the header's end.
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

// Returns what a cell says that is alone in its row.
[[nodiscard]] LoneCell kind_of_lone_cell(std::string_view cell);

}  // namespace sanaq::tables
