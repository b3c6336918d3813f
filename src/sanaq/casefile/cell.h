// One cell of a case-file table as the statement's value: the one way to write what it says.
#pragma once
#include <string>
#include <string_view>

#include "sanaq/casefile/calendar.h"
#include "sanaq/casefile/schema.h"
#include "sanaq/casefile/table_rows.h"
#include "sanaq/casefile/vocabulary.h"

namespace sanaq::casefile {

// Empty where the cell says that nothing is known. A Problem with a word of a column that holds
// words means that it is kept as written. What holds one end of a number is read by read_bound().
[[nodiscard]] base::Result<std::string> read_cell(const Column& column, std::string_view cell,
                                                  const Vocabulary& vocabulary,
                                                  const ReadDate& read_date);

// "5" or "5-7".
[[nodiscard]] std::optional<Range> read_counts(std::string_view text);

}  // namespace sanaq::casefile
