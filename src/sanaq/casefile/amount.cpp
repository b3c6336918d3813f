#include "sanaq/casefile/amount.h"

#include <fmt/format.h>

namespace sanaq::casefile {
namespace {

// Spaces and no-break spaces between thousands.
std::string without_spaces(std::string_view cell) {
  std::string out;
  for (std::size_t at = 0; at < cell.size(); ++at) {
    if (cell[at] == ' ') continue;
    if (cell.substr(at).starts_with("\u00a0")) {
      at += 1;  // its second byte
    } else if (cell.substr(at).starts_with("\u202f")) {
      at += 2;
    } else {
      out += cell[at];
    }
  }
  return out;
}

}  // namespace

std::optional<Amount> read_amount(std::string_view cell) {
  const std::string text = without_spaces(cell);
  const std::size_t mark = text.find_first_of(".,");
  const std::string whole = text.substr(0, mark);
  std::string places = mark == std::string::npos ? "" : text.substr(mark + 1);
  const bool has_mark = mark != std::string::npos;
  const bool is_digits = (whole + places).find_first_not_of("0123456789") == std::string::npos;
  // "1,250" may be a thousand or one and a quarter: nobody can say.
  const bool is_ambiguous = has_mark && places.size() == 3 && whole != "0";
  if (whole.empty() || whole.size() > 12 || !is_digits || places.size() > 4 || is_ambiguous ||
      (has_mark && places.empty()))
    return std::nullopt;
  places.resize(4, '0');
  return std::stoll(whole) * 10'000 + std::stoll(places);
}

std::string amount_text(Amount amount) {
  const bool is_negative = amount < 0;
  const Amount size = is_negative ? -amount : amount;
  std::string text = fmt::format("{}{}", is_negative ? "-" : "", size / 10'000);
  const Amount places = size % 10'000;
  if (places == 0) return text;
  return text +
         (places % 100 == 0 ? fmt::format(".{:02}", places / 100) : fmt::format(".{:04}", places));
}

}  // namespace sanaq::casefile
