#include "sanaq/link/block_order.h"

#include <numeric>

namespace sanaq::link {
namespace {

// Counting sort by one part; keeps the order of records with equal ids.
std::vector<std::uint32_t> sorted_by(const KeyPart& part,
                                     const std::vector<std::uint32_t>& records) {
  std::vector<std::uint32_t> place(part.most + std::size_t{2});
  for (const std::uint32_t record : records) ++place[part.ids[record] + std::size_t{1}];
  std::partial_sum(place.begin(), place.end(), place.begin());
  std::vector<std::uint32_t> sorted(records.size());
  for (const std::uint32_t record : records) sorted[place[part.ids[record]]++] = record;
  return sorted;
}

std::vector<std::uint32_t> with_keys(const std::vector<KeyPart>& parts, std::size_t record_count) {
  std::vector<std::uint32_t> records;
  records.reserve(record_count);
  for (std::uint32_t record = 0; record < record_count; ++record) {
    bool has_all = true;
    for (const KeyPart& part : parts) has_all = has_all && part.ids[record] != 0;
    if (has_all) records.push_back(record);
  }
  return records;
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

Blocks make_blocks(const std::vector<KeyPart>& parts, std::size_t record_count) {
  std::vector<std::uint32_t> order = with_keys(parts, record_count);
  for (std::size_t at = parts.size(); at-- > 0;) order = sorted_by(parts[at], order);
  Blocks blocks;
  blocks.starts.push_back(0);
  blocks.block_of.assign(record_count, 0);
  const auto same_key = [&](std::uint32_t a, std::uint32_t b) {
    for (const KeyPart& part : parts) {
      if (part.ids[a] != part.ids[b]) return false;
    }
    return true;
  };
  for (std::size_t first = 0; first < order.size();) {
    std::size_t end = first + 1;
    while (end < order.size() && same_key(order[first], order[end])) ++end;
    if (end - first > 1) {
      for (std::size_t at = first; at < end; ++at) {
        blocks.block_of[order[at]] = static_cast<std::uint32_t>(blocks.starts.size());
        blocks.records.push_back(order[at]);
      }
      blocks.starts.push_back(static_cast<std::uint32_t>(blocks.records.size()));
    }
    first = end;
  }
  return blocks;
}

}  // namespace sanaq::link
