#include "sanaq/estimate/dependent_lists.h"

#include <algorithm>
#include <bit>

namespace sanaq::estimate {
namespace {

using Masks = std::vector<std::uint32_t>;

Masks in_order(Masks masks) {
  std::sort(masks.begin(), masks.end());
  masks.erase(std::unique(masks.begin(), masks.end()), masks.end());
  return masks;
}

std::uint32_t without_bit(std::uint32_t mask, std::size_t bit) {
  const std::uint32_t low = mask & ((1U << bit) - 1);
  return low | (((mask >> bit) >> 1) << bit);
}

std::uint32_t bit_of(const std::string& name, const std::vector<std::string>& lists) {
  const auto found = std::find(lists.begin(), lists.end(), name);
  return found == lists.end() ? 0 : 1U << (found - lists.begin());
}

}  // namespace

Masks dependent_masks(const std::vector<DependentLists>& pairs,
                      const std::vector<std::string>& lists) {
  Masks masks;
  for (const DependentLists& pair : pairs) {
    const std::uint32_t mask = bit_of(pair.first, lists) | bit_of(pair.second, lists);
    if (std::popcount(mask) == 2) masks.push_back(mask);
  }
  return in_order(std::move(masks));
}

bool every_pair_depends(const std::vector<DependentLists>& pairs,
                        const std::vector<std::string>& lists) {
  return dependent_masks(pairs, lists).size() == lists.size() * (lists.size() - 1) / 2;
}

Masks masks_without(const Masks& masks, std::size_t list) {
  Masks left;
  for (const std::uint32_t mask : masks) {
    if (((mask >> list) & 1U) == 0) left.push_back(without_bit(mask, list));
  }
  return in_order(std::move(left));
}

Masks masks_merged(const Masks& masks, std::size_t first, std::size_t second) {
  Masks merged;
  for (const std::uint32_t mask : masks) {
    const std::uint32_t joined =
        ((mask >> second) & 1U) != 0 ? (mask & ~(1U << second)) | (1U << first) : mask;
    if (std::popcount(joined) == 2) merged.push_back(without_bit(joined, second));
  }
  return in_order(std::move(merged));
}

std::string pairs_text(const std::vector<DependentLists>& pairs) {
  std::string text;
  for (const DependentLists& pair : pairs)
    text += (text.empty() ? "" : ", ") + pair.first + " + " + pair.second;
  return text;
}

}  // namespace sanaq::estimate
