// One cell of a case-file table as the value of a statement, in its canonical form.
#pragma once
#include <string>
#include <string_view>

#include "sanaq/casefile/calendar.h"
#include "sanaq/casefile/schema.h"
#include "sanaq/casefile/table_rows.h"
#include "sanaq/casefile/vocabulary.h"

namespace sanaq::casefile {

// Returns "" if the cell says that nothing is known. If a column holds words, a Problem means that
// the word is kept as written. Cells for one end of a number are read by read_bound().
[[nodiscard]] base::Result<std::string> read_cell(const Column& column, std::string_view cell,
                                                  const Vocabulary& vocabulary,
                                                  const ReadDate& read_date);

// Reads "5" or "5-7"; returns nullopt for any other text.
[[nodiscard]] std::optional<Range> read_counts(std::string_view text);

}  // namespace sanaq::casefile
