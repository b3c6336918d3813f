// One column of an Arrow table, cell by cell as text.
#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "sanaq/tables/arrow_abi.h"
#include "sanaq/tables/text_arena.h"

namespace sanaq::tables {

// Reads the cells of arrays of one type. It keeps nothing of them.
class ArrowColumn {
 public:
  virtual ~ArrowColumn() = default;
  // Returns the cell at `row` of an array of this type, without regard to array.offset: the caller
  // adds it. A null is "". What is no text in the array is written into `arena`.
  [[nodiscard]] virtual std::string_view cell(const ArrowArray& array, std::int64_t row,
                                              TextArena& arena) const = 0;
};

// Throws Error{bad_input}, naming the column and its Arrow type, for a type that cannot be a cell.
[[nodiscard]] std::unique_ptr<ArrowColumn> arrow_column(const ArrowSchema& schema);

// Returns what a user calls a type: "list" for "+l".
[[nodiscard]] std::string arrow_type_name(std::string_view format);

}  // namespace sanaq::tables
