// Texts that are kept together and released together.
#pragma once
#include <algorithm>
#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

namespace sanaq::tables {

class TextArena {
 public:
  // Returns a copy that stays at its place until clear().
  [[nodiscard]] std::string_view keep(std::string_view text) {
    if (text.empty()) return {};
    if (block_ == blocks_.size() || text.size() > blocks_[block_].size - used_) next_block(text);
    char* const start = blocks_[block_].bytes.get() + used_;
    std::memcpy(start, text.data(), text.size());
    used_ += text.size();
    kept_ += text.size();
    return {start, text.size()};
  }
  // Releases all texts. The memory is used again, except for blocks that are larger than usual.
  void clear() {
    std::erase_if(blocks_, [](const Block& block) { return block.size > block_bytes; });
    block_ = used_ = kept_ = 0;
  }
  [[nodiscard]] std::size_t kept_bytes() const { return kept_; }

 private:
  static constexpr std::size_t block_bytes = std::size_t{1} << 20;
  struct Block {
    std::unique_ptr<char[]> bytes;
    std::size_t size = 0;
  };
  void next_block(std::string_view text) {
    if (block_ < blocks_.size()) ++block_;
    used_ = 0;
    while (block_ < blocks_.size() && blocks_[block_].size < text.size()) ++block_;
    if (block_ < blocks_.size()) return;
    const std::size_t size = std::max(block_bytes, text.size());
    blocks_.push_back({std::make_unique_for_overwrite<char[]>(size), size});
  }

  std::vector<Block> blocks_;
  std::size_t block_ = 0;  // the block that is being filled
  std::size_t used_ = 0;   // the bytes used in it
  std::size_t kept_ = 0;
};

}  // namespace sanaq::tables
