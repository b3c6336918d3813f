// A table blocked by the rules of a Splink model: the blocks, their pieces, and what is asked of
// every record laid side by side.
#pragma once
#include <span>
#include <vector>

#include "sanaq/link/parallel.h"
#include "sanaq/splink/block_pieces.h"
#include "sanaq/splink/exploded_blocks.h"
#include "sanaq/splink/level_finder.h"

namespace sanaq::splink {

// Of each record: the codes of each simple comparison's column, then what must not be equal in a
// pair: its block in each rule but the last and, where pairs within a list are none, its list. One
// look at memory brings all of it.
struct RecordCells {
  std::size_t width = 0;
  std::vector<std::uint32_t> cells;
  [[nodiscard]] const std::uint32_t* of(std::uint32_t record) const {
    return cells.data() + static_cast<std::size_t>(record) * width;
  }
};

struct BlockedTable {
  std::vector<Blocks> rules;               // without block_of, which is in the cells
  std::vector<std::vector<KeyPart>> keys;  // of each rule; of one that explodes lists none
  std::vector<BlocksOfRecords> exploded;   // of each rule; empty where it explodes nothing
  std::vector<std::vector<const KnownColumn*>> equal_columns;  // of each rule, in every pair
  RecordCells cells;
  bool across_lists_only = false;

  // Returns true if a rule that explodes lists brings the pair together before this block does: one
  // of the first `before` rules, or an earlier block of `rule` itself.
  [[nodiscard]] bool is_met(std::size_t before, std::size_t rule, std::uint32_t block,
                            std::uint32_t left, std::uint32_t right) const;
};

// `left_out`: records that meet nobody; null or empty: none.
[[nodiscard]] BlockedTable block_table(const record::RecordTable& table, const Levels& levels,
                                       const std::vector<bool>* left_out, bool across_lists_only,
                                       link::Workers& workers, base::Progress& progress);

// Some of the rule's blocks, with about `pairs_most` pairs; chosen by a hash of their keys' texts,
// so that the order of rows does not matter. All where there are no more.
[[nodiscard]] Blocks some_blocks(const BlockedTable& blocked, std::size_t rule, double pairs_most);

}  // namespace sanaq::splink
