#include "sanaq/tables/arrow_decimal.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <vector>

namespace sanaq::tables {
namespace {

constexpr std::size_t bytes_max = 32;
// As the Arrow format limits it for 256 bits; more would be a text of nothing but zeros.
constexpr int scale_max = 76;

using Parts = std::array<std::uint32_t, bytes_max / 4>;  // the lowest first

void negate(Parts& parts) {
  std::uint64_t carry = 1;
  for (std::uint32_t& part : parts) {
    carry += static_cast<std::uint32_t>(~part);
    part = static_cast<std::uint32_t>(carry);
    carry >>= 32;
  }
}

std::uint32_t divide_by_ten(Parts& parts) {
  std::uint64_t rest = 0;
  for (std::size_t at = parts.size(); at-- > 0;) {
    const std::uint64_t whole = (rest << 32) | parts[at];
    parts[at] = static_cast<std::uint32_t>(whole / 10);
    rest = whole % 10;
  }
  return static_cast<std::uint32_t>(rest);
}

bool is_zero(const Parts& parts) {
  return std::ranges::all_of(parts, [](std::uint32_t part) { return part == 0; });
}

// The numbers between commas; nullopt if one is no number.
std::optional<std::vector<int>> numbers_in(std::string_view text) {
  std::vector<int> numbers;
  const char* at = text.data();
  const char* const end = at + text.size();
  while (true) {
    const auto [next, error] = std::from_chars(at, end, numbers.emplace_back());
    if (error != std::errc{}) return std::nullopt;
    if (next == end) return numbers;
    if (*next != ',') return std::nullopt;
    at = next + 1;
  }
}

}  // namespace

std::optional<ArrowDecimal> ArrowDecimal::of_format(std::string_view format) {
  if (!format.starts_with("d:")) return std::nullopt;
  const auto numbers = numbers_in(format.substr(2));
  if (!numbers || numbers->size() < 2 || numbers->size() > 3) return std::nullopt;
  const int bits = numbers->size() == 3 ? (*numbers)[2] : 128;
  if (bits != 32 && bits != 64 && bits != 128 && bits != 256) return std::nullopt;
  if (std::abs((*numbers)[1]) > scale_max) return std::nullopt;
  ArrowDecimal decimal;
  decimal.bytes_ = static_cast<std::size_t>(bits) / 8;
  decimal.scale_ = (*numbers)[1];
  return decimal;
}

std::string ArrowDecimal::text(const void* value) const {
  Parts parts{};
  const bool is_negative = (static_cast<const std::uint8_t*>(value)[bytes_ - 1] & 0x80U) != 0;
  if (is_negative) parts.fill(0xFFFFFFFFU);
  std::memcpy(parts.data(), value, bytes_);
  if (is_negative) negate(parts);
  if (is_zero(parts)) return "0";
  std::string digits;  // the last first
  for (int behind = scale_; behind < 0; ++behind) digits += '0';
  for (int place = 0; !is_zero(parts) || place <= scale_; ++place) {
    const std::uint32_t digit = divide_by_ten(parts);
    if (place == scale_ && !digits.empty()) digits += '.';
    if (place < scale_ && digit == 0 && digits.empty()) continue;
    digits += static_cast<char>('0' + digit);
  }
  if (is_negative) digits += '-';
  std::ranges::reverse(digits);
  return digits;
}

}  // namespace sanaq::tables
