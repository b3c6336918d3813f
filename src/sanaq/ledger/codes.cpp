#include "sanaq/ledger/codes.h"

#include <fmt/format.h>

#include "sanaq/base/error.h"
#include "sanaq/ledger/entry.h"

namespace sanaq::ledger {
namespace {

using base::message;

constexpr std::string_view hex_digits = "0123456789abcdef";
constexpr std::size_t short_digits = 20, short_checks = 2;
// Eight bytes a row: 64 bits and one that is zero.
constexpr std::size_t rows = 4, row_hex = 16, row_digits = 13, row_checks = 3;

std::string short_code(std::string_view hash) {
  const std::string before = with_dashes(to_base32(hash).substr(0, short_digits), 4) + "-";
  return before + check_digits(before, short_checks);
}

std::string row_check(std::size_t row, std::string_view digits) {
  return check_digits(fmt::format("{} {}", row + 1, digits), row_checks);
}

[[noreturn]] void refuse(const base::Message& what) { throw base::Error(base::Kind::usage, what); }

void expect_digits(std::string_view digits, std::size_t count) {
  const std::size_t strange = digits.find_first_not_of(crockford);
  if (strange != digits.npos) {
    // A letter of another alphabet is several bytes.
    std::size_t end = strange + 1;
    while (end < digits.size() && (digits[end] & 0xC0) == 0x80) ++end;
    refuse(message("{}: this stands in no code; a code has digits and Latin letters without U",
                   digits.substr(strange, end - strange)));
  }
  if (digits.size() != count)
    refuse(
        message("this code has {} digits, and should have {}: something was left out or written "
                "twice",
                digits.size(), count));
}

}  // namespace

std::string to_base32(std::string_view hex) {
  std::string text;
  unsigned bits = 0, held = 0;
  for (const char digit : hex) {
    bits = (bits << 4) | static_cast<unsigned>(hex_digits.find(digit));
    held += 4;
    if (held < 5) continue;
    held -= 5;
    text += crockford[(bits >> held) & 31];
  }
  return text;
}

std::string from_base32(std::string_view base32) {
  std::string text;
  unsigned bits = 0, held = 0;
  for (const char digit : base32) {
    bits = (bits << 5) | static_cast<unsigned>(crockford.find(digit));
    held += 5;
    while (held >= 4) {
      held -= 4;
      text += hex_digits[(bits >> held) & 15];
    }
  }
  return text;
}

std::string check_digits(std::string_view before, std::size_t count) {
  return to_base32(line_hash(before)).substr(0, count);
}

std::string plain_digits(std::string_view typed) {
  std::string plain;
  for (char letter : typed) {
    if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 'a' + 'A');
    if (letter == 'O') letter = '0';
    if (letter == 'I' || letter == 'L') letter = '1';
    if (std::string_view("- \t\r\n").find(letter) == std::string_view::npos) plain += letter;
  }
  return plain;
}

std::string with_dashes(std::string_view digits, std::size_t head) {
  std::string text(digits.substr(0, head));
  for (std::size_t at = head; at < digits.size(); at += 4)
    text.append("-").append(digits.substr(at, 4));
  return text;
}

std::string id_code(std::string_view id) { return short_code(id); }

std::string member_code(std::string_view key, std::string_view began) {
  return short_code(line_hash(fmt::format("sanaq member 2\n{} {}\n", key, began)));
}

std::string parse_short_code(std::string_view typed) {
  const std::string digits = plain_digits(typed);
  expect_digits(digits, short_digits + short_checks);
  const std::string before = with_dashes(digits.substr(0, short_digits), 4) + "-";
  if (check_digits(before, short_checks) != digits.substr(short_digits))
    refuse(
        message("a digit of this code is wrong, or two were swapped; have it read to you again"));
  return before + digits.substr(short_digits);
}

std::string recovery_code(std::string_view seed_hex) {
  std::string code;
  for (std::size_t row = 0; row < rows; ++row) {
    // A zero more, so that the last bit has a digit.
    const std::string digits =
        to_base32(std::string(seed_hex.substr(row * row_hex, row_hex)) + "0").substr(0, row_digits);
    if (row > 0) code += " ";
    code += with_dashes(digits + row_check(row, digits), 4);
  }
  return code;
}

std::string parse_recovery_code(std::string_view typed) {
  constexpr std::size_t whole_row = row_digits + row_checks;
  const std::string digits = plain_digits(typed);
  expect_digits(digits, rows * whole_row);
  std::string seed;
  for (std::size_t row = 0; row < rows; ++row) {
    const std::string part = digits.substr(row * whole_row, row_digits);
    const std::string checks = digits.substr(row * whole_row + row_digits, row_checks);
    const std::string hex = from_base32(part).substr(0, row_hex);
    if (row_check(row, part) != checks || to_base32(hex + "0").substr(0, row_digits) != part)
      refuse(
          message("row {} of the recovery code has a wrong digit, or stands in another place; "
                  "compare it with the paper",
                  row + 1));
    seed += hex;
  }
  return seed;
}

}  // namespace sanaq::ledger
