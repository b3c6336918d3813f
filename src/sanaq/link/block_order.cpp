#include "sanaq/link/block_order.h"

#include <array>
#include <numeric>

namespace sanaq::link {
namespace {

// A record's whole key as one number, in the order of the parts.
struct Keyed {
  std::uint64_t key = 0;
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
void sort_by_key(std::vector<Keyed>& keyed, std::uint64_t most) {
  constexpr unsigned digit = 11;
  std::vector<Keyed> sorted(keyed.size());
  for (unsigned shift = 0; shift < 64 && (most >> shift) != 0; shift += digit) {
    std::array<std::uint32_t, (1U << digit) + 1> place{};
    constexpr std::uint64_t mask = (1U << digit) - 1;
    for (const Keyed& one : keyed) ++place[((one.key >> shift) & mask) + 1];
    std::partial_sum(place.begin(), place.end(), place.begin());
    for (const Keyed& one : keyed) sorted[place[(one.key >> shift) & mask]++] = one;
    keyed.swap(sorted);
  }
}

std::vector<Keyed> with_keys(const std::vector<KeyPart>& parts, std::size_t record_count,
                             const std::vector<bool>& left_out) {
  std::vector<Keyed> keyed;
  keyed.reserve(record_count);
  for (std::uint32_t record = 0; record < record_count; ++record) {
    bool has_all = left_out.empty() || !left_out[record];
    for (const KeyPart& part : parts) has_all = has_all && part.of(record) != 0;
    if (has_all) keyed.push_back({0, record});
  }
  return keyed;
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
                   const std::vector<bool>& left_out) {
  std::vector<Keyed> order = with_keys(parts, record_count, left_out);
  const std::vector<KeyNumber> numbers = key_numbers(parts);
  for (std::size_t at = numbers.size(); at-- > 0;) {
    for (Keyed& one : order) one.key = key_of(parts, numbers[at], one.record);
    sort_by_key(order, numbers[at].most);
  }
  const auto same_key = [&](const Keyed& a, const Keyed& b) {
    if (a.key != b.key) return false;
    for (std::size_t at = 1; at < numbers.size(); ++at) {
      if (key_of(parts, numbers[at], a.record) != key_of(parts, numbers[at], b.record))
        return false;
    }
    return true;
  };
  Blocks blocks;
  blocks.starts.push_back(0);
  blocks.block_of.assign(record_count, 0);
  for (std::size_t first = 0; first < order.size();) {
    std::size_t end = first + 1;
    while (end < order.size() && same_key(order[first], order[end])) ++end;
    if (end - first > 1) {
      for (std::size_t at = first; at < end; ++at) {
        blocks.block_of[order[at].record] = static_cast<std::uint32_t>(blocks.starts.size());
        blocks.records.push_back(order[at].record);
      }
      blocks.starts.push_back(static_cast<std::uint32_t>(blocks.records.size()));
    }
    first = end;
  }
  return blocks;
}

}  // namespace sanaq::link
