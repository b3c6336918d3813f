// The permanent name of a record, made from its list and its id or its cells. No cell can be read
// from it.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sanaq/base/sha256.h"

namespace sanaq::record {

// Pairs of FIELD and text as written, in the order of the fields.
using MappedCells = std::vector<std::pair<std::string_view, std::string_view>>;

// An identity is 32 lower-case hex digits: the first 128 bits of a SHA-256 over the list's name and
// the parts, each with its length, so that "ab","c" and "a","bc" give different identities.
class Identities {
 public:
  explicit Identities(std::string list) : list_(std::move(list)) {}

  // Returns the identity of a record whose id occurs once in its list.
  [[nodiscard]] std::string of_id(std::string_view id);
  // Returns the identity of any other record, made from its mapped cells without the empty ones.
  // `occurrence` says which of the rows with equal cells it is, counted from 1 in row order.
  // Columns that are moved or renamed, and empty cells in new columns, do not change the identity.
  [[nodiscard]] std::string of_cells(const MappedCells& cells, std::size_t occurrence);

 private:
  [[nodiscard]] std::string digest();

  std::string list_;
  std::string bytes_;
  base::Sha256 hash_;
};

}  // namespace sanaq::record
