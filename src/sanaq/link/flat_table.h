// A table from 64-bit keys to small values in two flat arrays: what was found once is remembered.
//
// Values are what a function of the key gives, so that forgetting all of them (when the table would
// grow beyond its bound) changes no answer, only the time it takes.
#pragma once
#include <cstdint>
#include <vector>

namespace sanaq::link {

inline std::uint64_t spread(std::uint64_t key) {
  key ^= key >> 32;
  key *= 0x9E3779B97F4A7C15ULL;
  return key ^ (key >> 29);
}

template <typename Value>
class FlatTable {
 public:
  // At most `largest` places (a power of two), half of them filled.
  explicit FlatTable(std::size_t largest) : largest_(largest) {}

  // The value's place, good until the next call; a new one is for the caller to fill.
  Value* find(std::uint64_t key, bool& is_new) {
    if (used_ * 2 >= keys_.size()) grow();
    const std::size_t mask = keys_.size() - 1;
    std::size_t at = spread(key) & mask;
    while (keys_[at] != key && keys_[at] != no_key) at = (at + 1) & mask;
    is_new = keys_[at] != key;
    if (is_new) {
      keys_[at] = key;
      ++used_;
    }
    return &values_[at];
  }

  void clear() {
    keys_.clear();
    values_.clear();
    used_ = 0;
  }

 private:
  static constexpr std::uint64_t no_key = ~std::uint64_t{0};

  void grow() {
    const std::size_t room = keys_.empty() ? 64 : keys_.size() * 2;
    std::vector<std::uint64_t> keys(room > largest_ ? keys_.size() : room, no_key);
    std::vector<Value> values(keys.size());
    keys.swap(keys_);
    values.swap(values_);
    used_ = 0;
    if (room > largest_) return;  // full: start afresh
    for (std::size_t at = 0; at < keys.size(); ++at) {
      bool is_new = false;
      if (keys[at] != no_key) *find(keys[at], is_new) = values[at];
    }
  }

  std::size_t largest_;
  std::size_t used_ = 0;
  std::vector<std::uint64_t> keys_;
  std::vector<Value> values_;
};

}  // namespace sanaq::link
