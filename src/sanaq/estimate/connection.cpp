#include "sanaq/estimate/connection.h"

#include <algorithm>
#include <bit>

namespace sanaq::estimate {
namespace {

using Masks = std::vector<std::uint32_t>;

std::uint32_t all_lists(const CaptureTable& table) {
  return table.lists.size() >= 32 ? ~0U : (1U << table.lists.size()) - 1;
}

// Masks that have a list in common, directly or through others, become one.
Masks joined(const Masks& masks) {
  Masks groups;
  for (std::uint32_t whole : masks) {
    std::erase_if(groups, [&](std::uint32_t group) {
      if ((group & whole) == 0) return false;
      whole |= group;
      return true;
    });
    groups.push_back(whole);
  }
  std::sort(groups.begin(), groups.end(), [](std::uint32_t a, std::uint32_t b) {
    return std::countr_zero(a) < std::countr_zero(b);
  });
  return groups;
}

}  // namespace

std::int64_t on_two_lists_or_more(std::span<const std::int64_t> counts) {
  std::int64_t persons = 0;
  for (std::size_t mask = 1; mask < counts.size(); ++mask) {
    if (std::popcount(mask) > 1) persons += counts[mask];
  }
  return persons;
}

std::int64_t on_two_lists_or_more(const CaptureTable& table) {
  std::int64_t persons = 0;
  for (const Cell& cell : table.cells) persons += std::popcount(cell.listed) > 1 ? cell.count : 0;
  return persons;
}

Meeting meeting(const CaptureTable& table, std::uint32_t first, std::uint32_t second) {
  Meeting found{first, second, 0, 0, 0, 0};
  for (const Cell& cell : table.cells) {
    if ((first & ~cell.not_covered) == 0 || (second & ~cell.not_covered) == 0) continue;
    const bool is_on_first = (cell.listed & first) != 0, is_on_second = (cell.listed & second) != 0;
    found.covered += cell.count;
    found.on_first += is_on_first ? cell.count : 0;
    found.on_second += is_on_second ? cell.count : 0;
    found.on_both += is_on_first && is_on_second ? cell.count : 0;
  }
  return found;
}

std::vector<Meeting> meetings_of_pairs(const CaptureTable& table) {
  std::vector<Meeting> all;
  for (std::size_t second = 1; second < table.lists.size(); ++second) {
    for (std::size_t first = 0; first < second; ++first)
      all.push_back(meeting(table, 1U << first, 1U << second));
  }
  return all;
}

double pairs_of(std::size_t lists) {
  return std::max(1.0, static_cast<double>(lists) * (static_cast<double>(lists) - 1) / 2);
}

Masks groups_that_share(const CaptureTable& table) {
  Masks masks;
  for (const Cell& cell : table.cells) {
    if (cell.count > 0) masks.push_back(cell.listed);
  }
  return joined(masks);
}

Masks groups_that_cover(const CaptureTable& table) {
  Masks masks;
  for (const Cell& cell : table.cells) {
    if (cell.count > 0) masks.push_back(all_lists(table) & ~cell.not_covered);
  }
  return joined(masks);
}

int most_that_cover(const CaptureTable& table) {
  int most = 0;
  for (const Cell& cell : table.cells) {
    if (cell.count > 0) most = std::max(most, std::popcount(all_lists(table) & ~cell.not_covered));
  }
  return most;
}

std::string names_of(std::uint32_t lists, const CaptureTable& table) {
  std::string names;
  for (std::size_t list = 0; list < table.lists.size(); ++list) {
    if (((lists >> list) & 1U) != 0) names += (names.empty() ? "" : ", ") + table.lists[list];
  }
  return names;
}

}  // namespace sanaq::estimate
