#include "sanaq/splink/block_order.h"

#include <array>
#include <numeric>

namespace sanaq::splink {
namespace {

// A record's whole key as one number, in the order of the parts.
template <typename Key>
struct Keyed {
  Key key = 0;
  std::uint32_t record = 0;
};

// Numbers of parts until they fill 64 bits: further parts start another number.
struct KeyNumber {
  std::size_t first = 0, last = 0;  // parts
  std::uint64_t most = 0;
};

std::vector<KeyNumber> key_numbers(const std::vector<KeyPart>& parts) {
  std::vector<KeyNumber> numbers;
  for (std::size_t at = 0; at < parts.size(); ++at) {
    const std::uint64_t radix = parts[at].most + std::uint64_t{1};
    if (numbers.empty() || numbers.back().most >= ~std::uint64_t{0} / radix - 1)
      numbers.push_back({at, at, 0});
    KeyNumber& number = numbers.back();
    number.last = at + 1;
    number.most = number.most * radix + parts[at].most;
  }
  return numbers;
}

std::uint64_t key_of(const std::vector<KeyPart>& parts, const KeyNumber& number,
                     std::uint32_t record) {
  std::uint64_t key = 0;
  for (std::size_t at = number.first; at < number.last; ++at)
    key = key * (parts[at].most + std::uint64_t{1}) + parts[at].of(record);
  return key;
}

// Counting sort by eleven bits at a time, the lowest first; keeps the order of equal keys.
template <typename Key>
void sort_by_key(std::vector<Keyed<Key>>& keyed, std::uint64_t most) {
  constexpr unsigned digit = 11;
  std::vector<Keyed<Key>> sorted(keyed.size());
  for (unsigned shift = 0; shift < 64 && (most >> shift) != 0; shift += digit) {
    std::array<std::uint32_t, (1U << digit) + 1> place{};
    constexpr std::uint64_t mask = (1U << digit) - 1;
    for (const Keyed<Key>& one : keyed) ++place[((one.key >> shift) & mask) + 1];
    std::partial_sum(place.begin(), place.end(), place.begin());
    for (const Keyed<Key>& one : keyed) sorted[place[(one.key >> shift) & mask]++] = one;
    keyed.swap(sorted);
  }
}

// Records that have a key, with the number of the parts from `from` on.
template <typename Key>
std::vector<Keyed<Key>> with_keys(const std::vector<KeyPart>& parts, std::size_t from,
                                  std::size_t record_count, const std::vector<bool>& left_out) {
  std::vector<Keyed<Key>> keyed;
  keyed.reserve(record_count);
  const bool any_left_out = !left_out.empty();
  for (std::uint32_t record = 0; record < record_count; ++record) {
    if (any_left_out && left_out[record]) continue;
    Key key = 0;
    bool has_all = true;
    for (std::size_t at = 0; at < parts.size(); ++at) {
      const std::uint32_t id = parts[at].of(record);
      has_all = has_all && id != 0;
      if (at >= from) key = static_cast<Key>(key * (parts[at].most + std::uint64_t{1}) + id);
    }
    if (has_all) keyed.push_back({key, record});
  }
  return keyed;
}

template <typename Key>
Blocks blocks_by(const std::vector<KeyPart>& parts, const std::vector<KeyNumber>& numbers,
                 std::size_t record_count, const std::vector<bool>& left_out, bool with_names) {
  const std::size_t from = numbers.empty() ? 0 : numbers.back().first;
  std::vector<Keyed<Key>> order = with_keys<Key>(parts, from, record_count, left_out);
  for (std::size_t at = numbers.size(); at-- > 0;) {
    if (at + 1 < numbers.size()) {
      for (Keyed<Key>& one : order)
        one.key = static_cast<Key>(key_of(parts, numbers[at], one.record));
    }
    sort_by_key(order, numbers[at].most);
  }
  const auto same_key = [&](const Keyed<Key>& a, const Keyed<Key>& b) {
    if (a.key != b.key) return false;
    for (std::size_t at = 1; at < numbers.size(); ++at) {
      if (key_of(parts, numbers[at], a.record) != key_of(parts, numbers[at], b.record))
        return false;
    }
    return true;
  };
  Blocks blocks;
  blocks.starts.push_back(0);
  if (with_names) blocks.block_of.assign(record_count, 0);
  for (std::size_t first = 0; first < order.size();) {
    std::size_t end = first + 1;
    while (end < order.size() && same_key(order[first], order[end])) ++end;
    if (end - first > 1) {
      for (std::size_t at = first; at < end; ++at) {
        if (with_names)
          blocks.block_of[order[at].record] = static_cast<std::uint32_t>(blocks.starts.size());
        blocks.records.push_back(order[at].record);
      }
      blocks.starts.push_back(static_cast<std::uint32_t>(blocks.records.size()));
    }
    first = end;
  }
  return blocks;
}

}  // namespace

double Blocks::pair_count() const {
  double pairs = 0;
  for (std::size_t block = 0; block + 1 < starts.size(); ++block) {
    const auto size = static_cast<double>(starts[block + 1] - starts[block]);
    pairs += size * (size - 1) / 2;
  }
  return pairs;
}

Blocks make_blocks(const std::vector<KeyPart>& parts, std::size_t record_count,
                   const std::vector<bool>& left_out, bool with_names) {
  const std::vector<KeyNumber> numbers = key_numbers(parts);
  const bool is_narrow = numbers.empty() || (numbers.size() == 1 && numbers[0].most >> 32 == 0);
  return is_narrow ? blocks_by<std::uint32_t>(parts, numbers, record_count, left_out, with_names)
                   : blocks_by<std::uint64_t>(parts, numbers, record_count, left_out, with_names);
}

}  // namespace sanaq::splink
