// The capture table: how many persons each combination of lists has. What can be read from it
// without any model, and whether it is one at all.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "sanaq/base/message.h"

namespace sanaq::estimate {

// `listed` and `not_covered`: bit i = list i. A list that did not cover the person is not a list
// without him.
struct Cell {
  std::uint32_t listed = 0;
  std::uint32_t not_covered = 0;
  std::int64_t count = 0;
};

struct CaptureTable {
  std::vector<std::string> lists;
  std::vector<Cell>
      cells;  // equal patterns summed, ordered by (not_covered, listed); none with listed == 0
  [[nodiscard]] std::int64_t observed() const;
};

inline constexpr std::size_t lists_max = 32;  // bits of a cell

// Throws Error{bad_input} where the table is none: fewer than two lists, more than 32, a cell of
// those on no list, a negative count, a list that listed a person whom it did not cover, a bit
// without a list, nobody listed.
void check_table(const CaptureTable& table);

// Equal patterns summed, empty cells gone, ordered by (not_covered, listed): the same table in
// every order of its cells.
[[nodiscard]] CaptureTable ordered(const CaptureTable& table);

// Without the lists that covered nobody in it.
[[nodiscard]] CaptureTable covering_lists(const CaptureTable& table);

// True where some list did not cover some listed person.
[[nodiscard]] bool partly_covered(const CaptureTable& table);

// [k]: persons on exactly k lists, k = 0 .. lists; [0] is 0.
[[nodiscard]] std::vector<std::int64_t> persons_on_lists(const CaptureTable& table);

// Persons on each list.
[[nodiscard]] std::vector<std::int64_t> persons_of_each_list(const CaptureTable& table);

// Persons on both lists of each pair (and perhaps on others), for the overlap table: lists x lists,
// row major, diagonal = list sizes.
[[nodiscard]] std::vector<std::int64_t> overlap(const CaptureTable& table);

// Why a method that was not tried on sparse tables should not be quoted: hardly anybody on two
// lists. What overlaps say beyond that: how_lists_meet.h.
[[nodiscard]] std::vector<base::Message> reasons_in_table(const CaptureTable& table);

}  // namespace sanaq::estimate
