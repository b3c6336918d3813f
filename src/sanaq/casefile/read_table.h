// Makes statements from the rows of a table. Every cell that cannot be read is reported, and its
// row is kept.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "sanaq/base/message.h"
#include "sanaq/casefile/bad_cell.h"
#include "sanaq/casefile/statement.h"
#include "sanaq/casefile/table_rows.h"
#include "sanaq/casefile/vocabulary.h"
#include "sanaq/record/bad_cell.h"

namespace sanaq::casefile {

struct ReadTable {
  std::vector<Statement> statements;  // in row order
  std::vector<record::BadCell> bad_cells;
  std::vector<base::Message> warnings;
  std::int64_t rows_read = 0, refused = 0;
  bool says_visibility = false;         // whether it has the column `visibility`
  std::vector<base::Message> closings;  // why every row is sealed, and what to do; else empty
};

// Throws Error{bad_input} for an unknown kind and for a table without any known column.
[[nodiscard]] ReadTable read_table(const TableRows& table, const Vocabulary& vocabulary,
                                   const ReadDate& read_date = read_edtf);

}  // namespace sanaq::casefile
