#include "sanaq/splink/pattern_store.h"

#include <algorithm>

namespace sanaq::splink {

PatternStore::PatternStore(std::uint64_t pattern_count, bool has_high_half, std::size_t slots)
    : slots_(slots) {
  if (!has_high_half && pattern_count < 0xFFFFU) {
    narrow_ = std::make_unique_for_overwrite<std::uint16_t[]>(slots);
    return;
  }
  low_ = std::make_unique_for_overwrite<std::uint32_t[]>(slots);
  if (has_high_half) high_ = std::make_unique_for_overwrite<std::uint32_t[]>(slots);
}

void PatternStore::put(std::size_t slot, const std::uint32_t* low, const std::uint32_t* high,
                       std::size_t count) {
  if (narrow_) {
    std::uint16_t* out = narrow_.get() + slot;
    for (std::size_t at = 0; at < count; ++at) out[at] = static_cast<std::uint16_t>(low[at]);
    return;
  }
  std::copy_n(low, count, low_.get() + slot);
  if (high_) std::copy_n(high, count, high_.get() + slot);
}

}  // namespace sanaq::splink
