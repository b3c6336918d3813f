// Sorting by 64-bit keys that are evenly spread hashes: their first bits alone bring nearly every
// item to its place.
#pragma once
#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace sanaq::link {

// Does the same as std::sort(things) by `before`, which must compare the key first. There may be
// many items with one key; if they are in order already, they cost nothing.
template <typename Thing, typename Key, typename Before>
void sort_spread(std::vector<Thing>& things, const Key& key_of, const Before& before) {
  constexpr std::size_t few = 64;
  if (things.size() <= few) {
    std::sort(things.begin(), things.end(), before);
    return;
  }
  const int shift = 64 - static_cast<int>(std::bit_width(things.size() / 2));
  std::vector<std::size_t> ends((std::size_t{1} << (64 - shift)) + 1);
  for (const Thing& thing : things) ++ends[(key_of(thing) >> shift) + 1];
  for (std::size_t place = 1; place < ends.size(); ++place) ends[place] += ends[place - 1];
  std::vector<Thing> placed(things.size());
  for (const Thing& thing : things) placed[ends[key_of(thing) >> shift]++] = thing;
  things.swap(placed);
  auto from = things.begin();
  for (std::size_t place = 0; place + 1 < ends.size(); ++place) {
    const auto end = things.begin() + static_cast<std::ptrdiff_t>(ends[place]);
    if (end - from > 1 && !std::is_sorted(from, end, before)) std::sort(from, end, before);
    from = end;
  }
}

}  // namespace sanaq::link
