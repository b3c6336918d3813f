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
std::uint64_t hash_of(std::string_view text) {
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
  std::memcpy(&word, at, left);
  return mixed(hash ^ word ^ 0xD6E8FEB86659FD93ULL, odd);
}

}  // namespace

Dictionary::Dictionary() : slots_(64), values_(1) {}

std::uint32_t Dictionary::code_of(std::string_view text) {
  if (text.empty()) return 0;
  if (text == values_[last_code_]) return last_code_;
  const std::uint64_t hash = hash_of(text);
  const auto tag = static_cast<std::uint32_t>(hash >> 32);
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  while (slots_[at].code != 0) {
    if (slots_[at].tag == tag && values_[slots_[at].code] == text)
      return last_code_ = slots_[at].code;
    at = (at + 1) & mask;
  }
  base::check(values_.size() < 0xFFFFFFFFU, "a column has fewer than 2^32 distinct cells");
  const auto code = static_cast<std::uint32_t>(values_.size());
  slots_[at] = {tag, code};
  values_.emplace_back(text);
  if (values_.size() * 2 > slots_.size()) grow();
  return last_code_ = code;
}

void Dictionary::grow() {
  slots_.assign(slots_.size() * 4, Slot{});
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t code = 1; code < values_.size(); ++code) {
    const std::uint64_t hash = hash_of(values_[code]);
    std::size_t at = hash & mask;
    while (slots_[at].code != 0) at = (at + 1) & mask;
    slots_[at] = {static_cast<std::uint32_t>(hash >> 32), static_cast<std::uint32_t>(code)};
  }
}

}  // namespace sanaq::tables
