#include "sanaq/link/plain_value.h"

#include "sanaq/link/impossible_days.h"
#include "sanaq/link/plain_date.h"
#include "sanaq/text/fold.h"
#include "sanaq/text/nobody.h"

namespace sanaq::link {

std::string plain_value(const record::Column& column, std::uint32_t code) {
  const bool is_date = column.field == record::Field::birth ||
                       column.field == record::Field::death || column.field == record::Field::date;
  // What could not be read is missing; it does not disagree. A column of no known kind was not
  // read. Bands of ages (45-54) are not read as ages, and tell something all the same.
  const bool is_band = column.field == record::Field::age && !column.canonical.empty() &&
                       column.canonical[code].empty() &&
                       column.values[code].find_first_of("0123456789") != std::string::npos;
  const bool was_read = column.field && !column.canonical.empty() && !is_band;
  const std::string& read = was_read ? column.canonical[code] : column.values[code];
  if (is_date && was_read && read.empty()) {
    const std::string day = plain_date(text::fold(column.values[code]));
    return is_impossible_day(day) ? day : "";
  }
  if (!was_read && text::says_nothing(read)) return "";
  const std::string value = text::fold(read);
  return is_date ? plain_date(value) : value;
}

std::u32string to_letters(std::string_view utf8) {
  std::u32string letters;
  for (std::size_t at = 0; at < utf8.size();) {
    const auto first = static_cast<unsigned char>(utf8[at]);
    const std::size_t length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    char32_t letter = length == 1 ? first : first & (0xFFU >> (length + 1));
    for (std::size_t next = 1; next < length && at + next < utf8.size(); ++next) {
      letter = (letter << 6) | (static_cast<unsigned char>(utf8[at + next]) & 0x3FU);
    }
    letters += letter;
    at += length;
  }
  return letters;
}

}  // namespace sanaq::link
