// A table from 64-bit keys to small values in one flat array: what was found once is remembered.
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
    if (used_ * 2 >= places_.size()) grow();
    const std::size_t mask = places_.size() - 1;
    std::size_t at = spread(key) & mask;
    while (places_[at].key != key && places_[at].key != no_key) at = (at + 1) & mask;
    is_new = places_[at].key != key;
    if (is_new) {
      places_[at].key = key;
      ++used_;
    }
    return &places_[at].value;
  }

  // The key will be asked for soon.
  void fetch(std::uint64_t key) const {
    if (!places_.empty()) __builtin_prefetch(&places_[spread(key) & (places_.size() - 1)]);
  }

  void clear() {
    places_.clear();
    used_ = 0;
  }

 private:
  static constexpr std::uint64_t no_key = ~std::uint64_t{0};

  struct Place {
    std::uint64_t key = no_key;
    Value value{};
  };

  void grow() {
    const std::size_t room = places_.empty() ? 64 : places_.size() * 2;
    std::vector<Place> places(room > largest_ ? places_.size() : room);
    places.swap(places_);
    used_ = 0;
    if (room > largest_) return;  // full: start afresh
    for (const Place& place : places) {
      bool is_new = false;
      if (place.key != no_key) *find(place.key, is_new) = place.value;
    }
  }

  std::size_t largest_;
  std::size_t used_ = 0;
  std::vector<Place> places_;
};

}  // namespace sanaq::link
