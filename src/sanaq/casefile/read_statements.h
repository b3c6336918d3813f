// Statements typed at a keyboard, read as the cells of tables are.
#pragma once
#include <vector>

#include "sanaq/casefile/read_table.h"
#include "sanaq/record/bad_cell.h"

namespace sanaq::casefile {

struct ReadStatements {
  std::vector<Statement>
      statements;  // in their order; one that holds several values becomes several
  std::vector<record::BadCell> bad_cells;  // kept as written, and reported with the entry's number
};

// Codes, dates, sentences and counts get the one way to write them. A property that no table has
// stays as it is.
[[nodiscard]] ReadStatements read_statements(const std::vector<Statement>& said,
                                             const Vocabulary& vocabulary,
                                             const ReadDate& read_date = read_edtf);

}  // namespace sanaq::casefile
