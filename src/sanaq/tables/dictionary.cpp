#include "sanaq/tables/dictionary.h"

#include <cstring>

#include "sanaq/base/check.h"

namespace sanaq::tables {
namespace {

std::uint64_t mixed(std::uint64_t left, std::uint64_t right) {
  __extension__ using Wide = unsigned __int128;
  const Wide product = static_cast<Wide>(left) * right;
  return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
}

// Eight bytes at a time, multiplied and folded, as wyhash does. It decides no order, only where to
// look.
std::uint32_t hash_of(std::string_view text) {
  constexpr std::uint64_t odd = 0x9E3779B97F4A7C15ULL;
  std::uint64_t hash = text.size() * odd;
  const char* at = text.data();
  std::size_t left = text.size();
  for (; left >= 8; at += 8, left -= 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, at, 8);
    hash = mixed(hash ^ word, odd);
  }
  std::uint64_t word = 0;
  if (left > 0) std::memcpy(&word, at, left);  // an empty text may stand nowhere
  return static_cast<std::uint32_t>(mixed(hash ^ word ^ 0xD6E8FEB86659FD93ULL, odd) >> 32);
}

}  // namespace

Dictionary::Dictionary() : slots_(64), values_(1) {}

std::uint32_t Dictionary::code_of(std::string_view text) {
  if (text.empty()) return 0;
  if (text == values_[last_code_]) return last_code_;
  return look_up(text, hash_of(text));
}

void Dictionary::codes_of(const std::string_view* texts, std::size_t step, std::size_t count,
                          std::vector<std::uint32_t>& codes) {
  hashes_.resize(count);
  const std::size_t mask_before = slots_.size() - 1;
  for (std::size_t at = 0; at < count; ++at) {
    hashes_[at] = hash_of(texts[at * step]);
    __builtin_prefetch(&slots_[hashes_[at] & mask_before]);
  }
  for (std::size_t at = 0; at < count; ++at) {
    const Slot& slot = slots_[hashes_[at] & mask_before];
    if (slot.hash == hashes_[at]) __builtin_prefetch(&values_[slot.code]);
  }
  for (std::size_t at = 0; at < count; ++at) {
    const std::string_view text = texts[at * step];
    if (text.empty()) {
      codes.push_back(0);
    } else if (text == values_[last_code_]) {
      codes.push_back(last_code_);
    } else {
      codes.push_back(look_up(text, hashes_[at]));
    }
  }
}

std::uint32_t Dictionary::look_up(std::string_view text, std::uint32_t hash) {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  while (slots_[at].code != 0) {
    if (slots_[at].hash == hash && values_[slots_[at].code] == text)
      return last_code_ = slots_[at].code;
    at = (at + 1) & mask;
  }
  base::check(values_.size() < 0xFFFFFFFFU, "a column has fewer than 2^32 distinct cells");
  const auto code = static_cast<std::uint32_t>(values_.size());
  slots_[at] = {hash, code};
  values_.emplace_back(text);
  value_bytes_ += text.size();
  if (values_.size() * 2 > slots_.size()) grow();
  return last_code_ = code;
}

// The slots know their hashes, so that no text is read again.
void Dictionary::grow() {
  std::vector<Slot> slots(slots_.size() * 4);
  const std::size_t mask = slots.size() - 1;
  for (const Slot& slot : slots_) {
    if (slot.code == 0) continue;
    std::size_t at = slot.hash & mask;
    while (slots[at].code != 0) at = (at + 1) & mask;
    slots[at] = slot;
  }
  slots_ = std::move(slots);
}

}  // namespace sanaq::tables
