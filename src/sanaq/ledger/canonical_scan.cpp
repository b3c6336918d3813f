#include "sanaq/ledger/canonical_scan.h"

#include <fmt/format.h>

#include <charconv>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <system_error>

#include "sanaq/ledger/canonical.h"

namespace sanaq::ledger {
namespace {

constexpr int depth_max = 64;

class Scanner {
 public:
  explicit Scanner(std::string_view text) : at_(text.data()), end_(text.data() + text.size()) {}

  bool whole() { return value(0) && at_ == end_; }

 private:
  const char* at_;
  const char* end_;

  bool take(char letter) {
    if (at_ == end_ || *at_ != letter) return false;
    ++at_;
    return true;
  }

  bool word(std::string_view expected) {
    if (static_cast<std::size_t>(end_ - at_) < expected.size() ||
        std::string_view(at_, expected.size()) != expected)
      return false;
    at_ += expected.size();
    return true;
  }

  bool value(int depth) {
    if (at_ == end_ || depth > depth_max) return false;
    switch (*at_) {
      case '{':
        return object(depth);
      case '[':
        return array(depth);
      case '"': {
        std::string_view raw;
        return string(raw);
      }
      case 't':
        return word("true");
      case 'f':
        return word("false");
      case 'n':
        return word("null");
      default:
        return number();
    }
  }

  bool array(int depth) {
    if (!take('[')) return false;
    if (take(']')) return true;
    do {
      if (!value(depth + 1)) return false;
    } while (take(','));
    return take(']');
  }

  bool object(int depth) {
    if (!take('{')) return false;
    if (take('}')) return true;
    std::string_view before;
    bool is_first = true;
    do {
      std::string_view key;
      if (!string(key) || (!is_first && !comes_before(before, key)) || !take(':') ||
          !value(depth + 1))
        return false;
      before = key;
      is_first = false;
    } while (take(','));
    return take('}');
  }

  // Strictly, by UTF-16 units. Plain keys (letters, digits, '_') compare as bytes; others go the
  // slow way.
  static bool comes_before(std::string_view left, std::string_view right) {
    const auto is_plain = [](std::string_view key) {
      for (const char letter : key) {
        if (static_cast<unsigned char>(letter) >= 0x80 || letter == '\\') return false;
      }
      return true;
    };
    if (is_plain(left) && is_plain(right)) return left < right;
    const std::string pair = fmt::format(R"({{"{}":0,"{}":0}})", left, right);
    return left != right && canonical(nlohmann::json::parse(pair)) == pair;
  }

  bool number() {
    const char* start = at_;
    while (at_ != end_ && (*at_ == '-' || *at_ == '+' || *at_ == '.' || *at_ == 'e' ||
                           (*at_ >= '0' && *at_ <= '9')))
      ++at_;
    const std::string_view text(start, static_cast<std::size_t>(at_ - start));
    if (text.empty()) return false;
    std::int64_t integer = 0;
    const auto [rest, error] = std::from_chars(start, at_, integer);
    if (rest == at_ && error == std::errc() && integer >= -9007199254740991 &&
        integer <= 9007199254740991)
      return std::to_string(integer) == text;
    double real = 0;
    const auto [real_rest, real_error] = std::from_chars(start, at_, real);
    return real_rest == at_ && real_error == std::errc() && canonical_number(real) == text;
  }

  bool continuation(const char*& at, int count, unsigned char low, unsigned char high) const {
    for (int index = 0; index < count; ++index, ++at) {
      if (at == end_) return false;
      const auto unit = static_cast<unsigned char>(*at);
      if (unit < (index == 0 ? low : 0x80) || unit > (index == 0 ? high : 0xBF)) return false;
    }
    return true;
  }

  // The Unicode Standard, table 3-7: well-formed UTF-8.
  bool beyond_ascii() {
    const auto lead = static_cast<unsigned char>(*at_++);
    if (lead < 0xC2 || lead > 0xF4) return false;
    if (lead < 0xE0) return continuation(at_, 1, 0x80, 0xBF);
    if (lead < 0xF0)
      return continuation(at_, 2, lead == 0xE0 ? 0xA0 : 0x80, lead == 0xED ? 0x9F : 0xBF);
    return continuation(at_, 3, lead == 0xF0 ? 0x90 : 0x80, lead == 0xF4 ? 0x8F : 0xBF);
  }

  bool escape() {
    ++at_;
    if (at_ == end_) return false;
    switch (*at_++) {
      case '"':
      case '\\':
      case 'b':
      case 'f':
      case 'n':
      case 'r':
      case 't':
        return true;
      case 'u':
        break;
      default:
        return false;
    }
    if (!word("00") || end_ - at_ < 2) return false;
    const char high = *at_++;
    const char low = *at_++;
    if (high == '0') return (low >= '0' && low <= '7') || low == 'b' || low == 'e' || low == 'f';
    return high == '1' && ((low >= '0' && low <= '9') || (low >= 'a' && low <= 'f'));
  }

  bool string(std::string_view& raw) {
    if (!take('"')) return false;
    const char* start = at_;
    while (at_ != end_) {
      const auto unit = static_cast<unsigned char>(*at_);
      if (unit == '"') {
        raw = {start, static_cast<std::size_t>(at_ - start)};
        ++at_;
        return true;
      }
      if (unit == '\\') {
        if (!escape()) return false;
      } else if (unit >= 0xC2 && unit < 0xE0 && end_ - at_ > 1 &&
                 (static_cast<unsigned char>(at_[1]) & 0xC0) == 0x80) {
        at_ += 2;  // two bytes, as in Cyrillic
      } else if (unit >= 0x80) {
        if (!beyond_ascii()) return false;
      } else if (unit < 0x20) {
        return false;
      } else {
        ++at_;
      }
    }
    return false;
  }
};

}  // namespace

bool is_canonical(std::string_view text) { return Scanner(text).whole(); }

}  // namespace sanaq::ledger
