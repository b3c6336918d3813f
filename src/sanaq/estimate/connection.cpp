#include "sanaq/estimate/connection.h"

#include <algorithm>
#include <bit>

namespace sanaq::estimate {
namespace {

std::size_t list_count(std::span<const std::int64_t> counts) {
  return static_cast<std::size_t>(std::countr_zero(counts.size()));
}

bool has(std::size_t mask, std::size_t list) { return ((mask >> list) & 1) != 0; }

}  // namespace

std::vector<std::int64_t> list_sizes(std::span<const std::int64_t> counts) {
  std::vector<std::int64_t> sizes(list_count(counts));
  for (std::size_t mask = 1; mask < counts.size(); ++mask) {
    for (std::size_t list = 0; list < sizes.size(); ++list)
      sizes[list] += has(mask, list) ? counts[mask] : 0;
  }
  return sizes;
}

std::int64_t on_two_lists_or_more(std::span<const std::int64_t> counts) {
  std::int64_t persons = 0;
  for (std::size_t mask = 1; mask < counts.size(); ++mask) {
    if (std::popcount(mask) > 1) persons += counts[mask];
  }
  return persons;
}

std::vector<std::vector<std::size_t>> connected_lists(std::span<const std::int64_t> counts) {
  const std::size_t lists = list_count(counts);
  std::vector<std::size_t> group_of(lists);
  for (std::size_t list = 0; list < lists; ++list) group_of[list] = list;
  for (std::size_t mask = 1; mask < counts.size(); ++mask) {
    if (counts[mask] == 0) continue;
    const auto first = static_cast<std::size_t>(std::countr_zero(mask));
    for (std::size_t list = first + 1; list < lists; ++list) {
      if (!has(mask, list)) continue;
      const std::size_t from = std::max(group_of[first], group_of[list]),
                        into = std::min(group_of[first], group_of[list]);
      for (std::size_t& group : group_of) group = group == from ? into : group;
    }
  }
  std::vector<std::vector<std::size_t>> groups;
  for (std::size_t first = 0; first < lists; ++first) {
    std::vector<std::size_t> members;
    for (std::size_t list = 0; list < lists; ++list) {
      if (group_of[list] == first) members.push_back(list);
    }
    if (!members.empty()) groups.push_back(std::move(members));
  }
  return groups;
}

std::vector<std::pair<std::size_t, std::size_t>> nested_lists(
    std::span<const std::int64_t> counts) {
  const std::size_t lists = list_count(counts);
  const std::vector<std::int64_t> sizes = list_sizes(counts);
  std::vector<std::pair<std::size_t, std::size_t>> nested;
  for (std::size_t inner = 0; inner < lists; ++inner) {
    for (std::size_t outer = 0; outer < lists; ++outer) {
      std::int64_t outside = 0;
      for (std::size_t mask = 1; mask < counts.size(); ++mask)
        outside += has(mask, inner) && !has(mask, outer) ? counts[mask] : 0;
      if (inner != outer && sizes[inner] > 0 && outside == 0) nested.emplace_back(inner, outer);
    }
  }
  return nested;
}

}  // namespace sanaq::estimate
