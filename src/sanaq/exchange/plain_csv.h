// Tables in memory and CSV: the columns of a table as text for the readers of this room, and files
// of a register as tables.
#pragma once
#include <string>
#include <string_view>

#include "sanaq/record/plain_table.h"

namespace sanaq::exchange {

// Returns the table as CSV for programs, with its header; numbers stand in their shortest form.
[[nodiscard]] std::string plain_csv(const record::PlainTable& table);

// Reads a CSV with a header. `probability` and `weight_bits` become numbers and `draw` a whole
// number, as in register_tables.h; all other columns are texts. Throws Error{bad_input}, naming
// file, row and column, for a cell that is no such number, and what read_csv_table throws.
[[nodiscard]] record::PlainTable register_table_from_csv(std::string_view bytes,
                                                         const std::string& file);

}  // namespace sanaq::exchange
