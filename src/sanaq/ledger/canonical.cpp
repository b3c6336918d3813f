#include "sanaq/ledger/canonical.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <nlohmann/json.hpp>
#include <vector>

#include "sanaq/base/check.h"
#include "sanaq/base/error.h"

namespace sanaq::ledger {
namespace {

using nlohmann::json;

// 2^53 - 1: the last integer that every JSON reader keeps exactly.
constexpr double integer_max = 9007199254740991.0;

// One code point of valid UTF-8, moving `at` behind it.
char32_t next_code_point(std::string_view text, std::size_t& at) {
  const auto byte = [&](std::size_t index) -> unsigned {
    if (index >= text.size())
      throw base::Error(base::Kind::bad_input,
                        base::message("text is not valid UTF-8; save it as UTF-8 and try again"));
    return static_cast<unsigned char>(text[index]);
  };
  const unsigned lead = byte(at);
  const std::size_t length = lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  char32_t point = length == 1 ? lead : lead & (0xFFU >> (length + 1));
  for (std::size_t index = 1; index < length; ++index) {
    const unsigned unit = byte(at + index);
    if ((unit & 0xC0) != 0x80)
      throw base::Error(base::Kind::bad_input,
                        base::message("text is not valid UTF-8; save it as UTF-8 and try again"));
    point = (point << 6) | (unit & 0x3F);
  }
  static constexpr char32_t smallest[] = {0, 0, 0x80, 0x800, 0x10000};
  const bool is_valid = (lead < 0x80 || lead >= 0xC2) && point >= smallest[length] &&
                        point <= 0x10FFFF && (point < 0xD800 || point > 0xDFFF);
  if (!is_valid)
    throw base::Error(base::Kind::bad_input,
                      base::message("text is not valid UTF-8; save it as UTF-8 and try again"));
  at += length;
  return point;
}

std::u16string utf16(std::string_view text) {
  std::u16string units;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t point = next_code_point(text, at);
    if (point < 0x10000) {
      units += static_cast<char16_t>(point);
    } else {
      units += static_cast<char16_t>(0xD800 + ((point - 0x10000) >> 10));
      units += static_cast<char16_t>(0xDC00 + ((point - 0x10000) & 0x3FF));
    }
  }
  return units;
}

// How many letters it begins with that are written as they are: most of all text.
std::size_t plain_letters(std::string_view text) {
  const auto end = std::find_if(text.begin(), text.end(), [](char letter) {
    const auto byte = static_cast<unsigned char>(letter);
    return byte < 0x20 || byte >= 0x80 || letter == '"' || letter == '\\';
  });
  return static_cast<std::size_t>(end - text.begin());
}

// RFC 8785, 3.2.2.2.
void append_string(std::string& out, std::string_view text) {
  static constexpr std::string_view hex = "0123456789abcdef";
  out += '"';
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t plain = plain_letters(text.substr(at));
    out += text.substr(at, plain);
    at += plain;
    if (at == text.size()) break;
    const std::size_t start = at;
    const char32_t point = next_code_point(text, at);
    switch (point) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\b':
        out += "\\b";
        break;
      case '\f':
        out += "\\f";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\t':
        out += "\\t";
        break;
      default:
        if (point < 0x20) {
          out += "\\u00";
          out += hex[point >> 4];
          out += hex[point & 15];
        } else {
          out += text.substr(start, at - start);
        }
    }
  }
  out += '"';
}

void append(std::string& out, const json& value);

void append_object(std::string& out, const json& value) {
  std::vector<std::pair<std::u16string, const std::string*>> keys;
  for (const auto& [key, member] : value.items()) {
    (void)member;
    keys.emplace_back(utf16(key), &value.find(key).key());
  }
  std::sort(keys.begin(), keys.end(),
            [](const auto& left, const auto& right) { return left.first < right.first; });
  out += '{';
  for (std::size_t at = 0; at < keys.size(); ++at) {
    if (at > 0) out += ',';
    append_string(out, *keys[at].second);
    out += ':';
    append(out, value.at(*keys[at].second));
  }
  out += '}';
}

void append_integer(std::string& out, const json& value) {
  const bool fits = value.is_number_unsigned()
                        ? value.get<std::uint64_t>() <= static_cast<std::uint64_t>(integer_max)
                        : std::abs(static_cast<double>(value.get<std::int64_t>())) <= integer_max;
  base::check(fits, "integers beyond 2^53 are written as strings");
  out += value.is_number_unsigned() ? std::to_string(value.get<std::uint64_t>())
                                    : std::to_string(value.get<std::int64_t>());
}

void append(std::string& out, const json& value) {
  switch (value.type()) {
    case json::value_t::null:
      out += "null";
      return;
    case json::value_t::boolean:
      out += value.get<bool>() ? "true" : "false";
      return;
    case json::value_t::string:
      append_string(out, value.get_ref<const std::string&>());
      return;
    case json::value_t::number_integer:
    case json::value_t::number_unsigned:
      append_integer(out, value);
      return;
    case json::value_t::number_float:
      out += canonical_number(value.get<double>());
      return;
    case json::value_t::object:
      append_object(out, value);
      return;
    case json::value_t::array:
      out += '[';
      for (std::size_t at = 0; at < value.size(); ++at) {
        if (at > 0) out += ',';
        append(out, value[at]);
      }
      out += ']';
      return;
    case json::value_t::binary:
    case json::value_t::discarded:
      break;
  }
  base::check(false, "only JSON values are written");
}

}  // namespace

std::string canonical_number(double value) {
  base::check(std::isfinite(value), "numbers in the ledger are finite");
  if (value == 0) return "0";  // also minus zero
  char buffer[32];
  const auto end =
      std::to_chars(buffer, buffer + sizeof buffer, std::abs(value), std::chars_format::scientific)
          .ptr;
  const std::string_view shortest(buffer, static_cast<std::size_t>(end - buffer));
  const std::size_t mark = shortest.find('e');
  std::string digits(1, shortest[0]);
  if (mark > 1) digits += shortest.substr(2, mark - 2);
  int exponent = 0;
  const char* power = shortest.data() + mark + 1;
  std::from_chars(*power == '+' ? power + 1 : power, end, exponent);
  const int count = static_cast<int>(digits.size());  // k of ECMA-262
  const int point = exponent + 1;  // n of ECMA-262: the decimal point stands after n digits
  std::string text = value < 0 ? "-" : "";
  if (count <= point && point <= 21)
    return text + digits + std::string(static_cast<std::size_t>(point - count), '0');
  if (0 < point && point <= 21)
    return text + digits.substr(0, static_cast<std::size_t>(point)) + "." +
           digits.substr(static_cast<std::size_t>(point));
  if (-6 < point && point <= 0)
    return text + "0." + std::string(static_cast<std::size_t>(-point), '0') + digits;
  text += digits[0];
  if (count > 1) text += "." + digits.substr(1);
  return text + (point - 1 < 0 ? "e-" : "e+") + std::to_string(std::abs(point - 1));
}

void append_canonical(std::string& out, std::string_view text) { append_string(out, text); }

std::string canonical(const json& value) {
  std::string out;
  append(out, value);
  return out;
}

}  // namespace sanaq::ledger
