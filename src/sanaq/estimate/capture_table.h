// The capture table: how many persons there are on each combination of lists; what can be read from
// it without any model; and whether it is valid.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "sanaq/base/message.h"

namespace sanaq::estimate {

// The number of persons with one pattern. In `listed` and `not_covered`, bit i is list i. A list
// that did not cover a person differs from a list that covered but does not name him.
struct Cell {
  std::uint32_t listed = 0;
  std::uint32_t not_covered = 0;
  std::int64_t count = 0;
};

struct CaptureTable {
  std::vector<std::string> lists;
  // Equal patterns are summed, and the cells are ordered by (not_covered, listed). No cell has
  // listed == 0.
  std::vector<Cell> cells;
  [[nodiscard]] std::int64_t observed() const;  // number of persons on at least one list
};

inline constexpr std::size_t lists_max = 32;  // the bits of a cell

// Throws Error{bad_input} if the table is not valid: fewer than two lists, more than 32, a cell of
// persons on no list, a negative count, a list that names a person whom it did not cover, a bit
// without a list, or nobody listed.
void check_table(const CaptureTable& table);

// Returns the table with equal patterns summed, empty cells removed, and cells ordered by
// (not_covered, listed); it does not depend on the order of the given cells.
[[nodiscard]] CaptureTable ordered(const CaptureTable& table);

// Returns the table without the lists that covered nobody in it.
[[nodiscard]] CaptureTable covering_lists(const CaptureTable& table);

// Returns true if some list did not cover some listed person.
[[nodiscard]] bool partly_covered(const CaptureTable& table);

// Returns the number of persons on exactly k lists, for k = 0 to the number of lists; entry 0 is 0.
[[nodiscard]] std::vector<std::int64_t> persons_on_lists(const CaptureTable& table);

// Returns the number of persons on each list.
[[nodiscard]] std::vector<std::int64_t> persons_of_each_list(const CaptureTable& table);

// Returns the number of persons on both lists of each pair (and perhaps on others), for the overlap
// table: a matrix of lists x lists, row by row, with the list sizes on its diagonal.
[[nodiscard]] std::vector<std::int64_t> overlap(const CaptureTable& table);

// Returns why a method that was not tested on sparse tables should not be quoted: hardly anybody is
// on two lists. how_lists_meet.h has what else overlaps say.
[[nodiscard]] std::vector<base::Message> reasons_in_table(const CaptureTable& table);

}  // namespace sanaq::estimate
