// The pairs of a rule's blocks as pieces of work, each with its own range of slots: rule by rule,
// block by block, and in a block every row with all rows before it.
#pragma once
#include <cstdint>
#include <vector>

#include "sanaq/splink/block_order.h"

namespace sanaq::splink {

// Rows `first_right` up to `last_right` of blocks `first` up to `last`.
struct Piece {
  std::size_t rule = 0, first = 0, last = 0;
  std::size_t first_right = 1, last_right = static_cast<std::size_t>(-1);  // less only of one block
  std::size_t slot = 0, slots = 0;  // one a pair, of those that an earlier rule found too
};

// Pieces of about as many pairs, so that they do not depend on the number of threads; a large
// block is cut by its right rows.
[[nodiscard]] std::vector<Piece> cut_blocks(const std::vector<Blocks>& rules);

// row(block's first row, right row): of every right row of the piece, as places in blocks.records.
template <typename Row>
void each_right_row(const Blocks& blocks, const Piece& piece, const Row& row) {
  for (std::size_t block = piece.first; block < piece.last; ++block) {
    const std::size_t start = blocks.starts[block], size = blocks.starts[block + 1] - start;
    const std::size_t end = piece.last_right < size ? piece.last_right : size;
    for (std::size_t right = piece.first_right; right < end; ++right) row(start, start + right);
  }
}

}  // namespace sanaq::splink
