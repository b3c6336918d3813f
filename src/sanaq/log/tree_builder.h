// Makes a tree entry by entry, and hands out each of its files as soon as it is full: what it holds
// does not grow with the tree. grow() (tiles.h) is its slow twin.
#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/log/tiles.h"

namespace sanaq::log {

class TreeBuilder {
 public:
  // Called once for each tile of hashes, from the left and upwards.
  using TakeTile = std::function<void(const Tile& tile, const std::string& bytes)>;
  explicit TreeBuilder(TakeTile take);

  void add(std::string_view entry);
  void add(const Hash& leaf_hash);  // of an entry that was hashed elsewhere
  // Hands out what is not full, and returns the root. Nothing is added after it.
  [[nodiscard]] Hash finish();

 private:
  void add_on(std::size_t level, const Hash& hash);
  void hand_out(std::size_t level);

  struct Row {
    std::uint64_t tiles = 0;  // handed out
    std::vector<Hash> hashes;
  };
  TakeTile take_;
  std::vector<Row> rows_;  // by level of tiles
};

}  // namespace sanaq::log
