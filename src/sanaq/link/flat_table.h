// A table from 64-bit keys to small values in one flat array, used to remember results.
//
// A value is a function of its key, so that forgetting all of them (when the table would grow
// beyond its bound) changes no result, only the time.
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
  // The table has at most `largest` places (a power of two), half of them filled.
  explicit FlatTable(std::size_t largest) : largest_(largest) {}

  // Returns the value's place, valid until the next call. The caller fills a new one.
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

  // Prefetches the place of a key into the cache.
  void fetch(std::uint64_t key) const {
    if (!places_.empty()) __builtin_prefetch(&places_[spread(key) & (places_.size() - 1)]);
  }

  [[nodiscard]] std::size_t size() const { return used_; }

  // Visits keys and values, in no particular order.
  template <typename Visit>
  void each(const Visit& visit) const {
    for (const Place& place : places_) {
      if (place.key != no_key) visit(place.key, place.value);
    }
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
