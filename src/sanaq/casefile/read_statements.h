// Statements typed at a keyboard, read as the cells of tables are.
#pragma once
#include <vector>

#include "sanaq/casefile/read_table.h"
#include "sanaq/record/bad_cell.h"

namespace sanaq::casefile {

struct ReadStatements {
  // In their order; a statement with several values becomes several statements.
  std::vector<Statement> statements;
  // Values that are kept as written, reported with the entry's number.
  std::vector<record::BadCell> bad_cells;
};

// Writes codes, dates, sentences and counts in their canonical form. A property that no table has
// is left as it is.
[[nodiscard]] ReadStatements read_statements(const std::vector<Statement>& said,
                                             const Vocabulary& vocabulary,
                                             const ReadDate& read_date = read_edtf);

}  // namespace sanaq::casefile
