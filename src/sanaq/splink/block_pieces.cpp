#include "sanaq/splink/block_pieces.h"

#include <algorithm>

namespace sanaq::splink {
namespace {

constexpr std::size_t pairs_of_piece = 250000;

std::size_t pairs_of(std::size_t rows) { return rows * (rows - 1) / 2; }

class Cutter {
 public:
  explicit Cutter(std::vector<Piece>& pieces) : pieces_(pieces) {}

  void cut(const Blocks& blocks, std::size_t rule) {
    std::size_t pairs = 0, first = 0;
    const std::size_t count = blocks.starts.size() - 1;
    for (std::size_t block = 0; block < count; ++block) {
      const std::size_t size = blocks.starts[block + 1] - blocks.starts[block];
      if (pairs_of(size) > 2 * pairs_of_piece) {
        add({rule, first, block}, pairs);
        cut_block(rule, block, size);
        first = block + 1;
        pairs = 0;
        continue;
      }
      pairs += pairs_of(size);
      if (pairs < pairs_of_piece) continue;
      add({rule, first, block + 1}, pairs);
      first = block + 1;
      pairs = 0;
    }
    add({rule, first, count}, pairs);
  }

 private:
  // All rows before the last right one are laid out for a piece: it must be worth that.
  void cut_block(std::size_t rule, std::size_t block, std::size_t size) {
    const std::size_t wanted = std::max(pairs_of_piece, 16 * size);
    for (std::size_t right = 1; right < size;) {
      std::size_t end = right, pairs = 0;
      for (; end < size && pairs < wanted; ++end) pairs += end;
      add({rule, block, block + 1, right, end}, pairs);
      right = end;
    }
  }

  void add(Piece piece, std::size_t pairs) {
    if (pairs == 0) return;
    piece.slot = slot_;
    piece.slots = pairs;
    slot_ += pairs;
    pieces_.push_back(piece);
  }

  std::vector<Piece>& pieces_;
  std::size_t slot_ = 0;
};

}  // namespace

std::vector<Piece> cut_blocks(const std::vector<Blocks>& rules) {
  std::vector<Piece> pieces;
  Cutter cutter(pieces);
  for (std::size_t rule = 0; rule < rules.size(); ++rule) cutter.cut(rules[rule], rule);
  return pieces;
}

}  // namespace sanaq::splink
