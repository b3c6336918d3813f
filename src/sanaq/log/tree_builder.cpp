#include "sanaq/log/tree_builder.h"

#include <bit>

namespace sanaq::log {

TreeBuilder::TreeBuilder(TakeTile take) : take_(std::move(take)) {}

void TreeBuilder::add(std::string_view entry) { add_on(0, leaf_hash(entry)); }
void TreeBuilder::add(const Hash& leaf_hash) { add_on(0, leaf_hash); }

void TreeBuilder::add_on(std::size_t level, const Hash& hash) {
  if (rows_.size() == level) rows_.emplace_back();
  rows_[level].hashes.push_back(hash);
  if (rows_[level].hashes.size() < tile_width) return;
  hand_out(level);
  const Hash root = root_of_row(std::move(rows_[level].hashes));
  rows_[level].hashes.clear();
  add_on(level + 1, root);
}

void TreeBuilder::hand_out(std::size_t level) {
  Row& row = rows_[level];
  std::string bytes;
  for (const Hash& hash : row.hashes) bytes += bytes_of(hash);
  take_({static_cast<int>(level), row.tiles++, row.hashes.size()}, bytes);
}

Hash TreeBuilder::finish() {
  // Whole subtrees from the left, each smaller than the one before (RFC 6962, 2.1).
  std::vector<Hash> subtrees;
  for (std::size_t level = rows_.size(); level-- > 0;) {
    const std::vector<Hash>& row = rows_[level].hashes;
    if (!row.empty()) hand_out(level);
    for (std::size_t at = 0; at < row.size();) {
      const std::size_t width = std::bit_floor(row.size() - at);
      const auto first = row.begin() + static_cast<std::ptrdiff_t>(at);
      subtrees.push_back(root_of_row({first, first + static_cast<std::ptrdiff_t>(width)}));
      at += width;
    }
  }
  if (subtrees.empty()) return empty_root();
  Hash root = subtrees.back();
  for (subtrees.pop_back(); !subtrees.empty(); subtrees.pop_back())
    root = node_hash(subtrees.back(), root);
  return root;
}

}  // namespace sanaq::log
