// What a record is called for ever: a name made from its list and its id or its cells, out of which
// no cell can be read.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sanaq/base/sha256.h"

namespace sanaq::record {

// FIELD and text as written, in the order of the fields.
using MappedCells = std::vector<std::pair<std::string_view, std::string_view>>;

// Identities are 32 lower-case hex digits: the first 128 bits of a SHA-256 over the list's name and
// the parts, each with its length, so that two different inputs never run together ("ab","c" and
// "a","bc" differ).
class Identities {
 public:
  explicit Identities(std::string list) : list_(std::move(list)) {}

  // Of a record whose id stands once in its list.
  [[nodiscard]] std::string of_id(std::string_view id);
  // Of any other: its mapped cells, empty ones left out, and which of the equal rows it is, from 1
  // in row order. Columns that are moved or renamed, and empty cells in new columns, change
  // nothing.
  [[nodiscard]] std::string of_cells(const MappedCells& cells, std::size_t occurrence);

 private:
  [[nodiscard]] std::string digest();

  std::string list_;
  std::string bytes_;
  base::Sha256 hash_;
};

}  // namespace sanaq::record
