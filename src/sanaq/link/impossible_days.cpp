#include "sanaq/link/impossible_days.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>

#include "sanaq/link/plain_date.h"
#include "sanaq/text/fold.h"

namespace sanaq::link {
namespace {

using record::Field;

bool is_number(std::string_view text, std::size_t digits_least, std::size_t digits_most) {
  return text.size() >= digits_least && text.size() <= digits_most &&
         text.find_first_not_of("0123456789") == text.npos;
}

// A column of years, months or days: of each code its digits, as many as the part has; "" where it
// is no such number.
struct Part {
  const record::Column* column = nullptr;
  std::vector<std::string> digits;
};

Part part_of(const record::Column& column, std::size_t length) {
  Part part{&column, {}};
  for (const std::string& value : column.values) {
    const std::string text = text::fold(value);
    const bool is_short = length == 2 && text.size() == 1;
    part.digits.push_back(!is_number(text, length == 4 ? 4 : 1, length) ? ""
                          : is_short                                    ? "0" + text
                                                                        : text);
  }
  return part;
}

// The columns that the date is put together from; none where one is not there.
std::vector<Part> parts_of(const record::RecordTable& table, const std::optional<Field>& date) {
  constexpr std::array<Field, 3> dates{Field::date, Field::birth, Field::death};
  const auto which = date ? std::find(dates.begin(), dates.end(), *date) : dates.end();
  if (which == dates.end()) return {};
  std::vector<Part> parts;
  for (std::size_t part = 0; part < 3; ++part) {
    const auto at = static_cast<std::size_t>(Field::date_year) +
                    3 * static_cast<std::size_t>(which - dates.begin()) + part;
    const record::Column* column = table.find(static_cast<Field>(at));
    if (column == nullptr) return {};
    parts.push_back(part_of(*column, part == 0 ? 4 : 2));
  }
  return parts;
}

}  // namespace

bool is_impossible_day(std::string_view digits) {
  if (!is_number(digits, 8, 8) || date_of(digits)) return false;
  const std::string_view year = digits.substr(0, 4), month = digits.substr(4, 2),
                         day = digits.substr(6, 2);
  const auto is_part = [](std::string_view part) { return part != "00" && part != "99"; };
  return year >= "1000" && year <= "2200" && is_part(month) && is_part(day);
}

void keep_impossible_days(const record::RecordTable& table,
                          const std::vector<std::uint32_t>& records, Source& source) {
  const std::vector<Part> parts = parts_of(table, source.field);
  if (parts.empty()) return;
  std::map<std::string, std::uint32_t> codes;
  for (std::size_t at = 0; at < records.size(); ++at) {
    std::string day;
    for (const Part& part : parts) day += part.digits[part.column->codes[records[at]]];
    if (!is_impossible_day(day)) continue;
    const auto [code, is_new] = codes.emplace(day, static_cast<std::uint32_t>(source.texts.size()));
    if (is_new) source.texts.push_back(day);
    source.codes[at] = code->second;
  }
}

}  // namespace sanaq::link
