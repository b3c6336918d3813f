#include "sanaq/link/column_kind.h"

#include <algorithm>
#include <cctype>
#include <unordered_map>

#include "sanaq/link/distances.h"
#include "sanaq/link/plain_date.h"
#include "sanaq/link/plain_value.h"

namespace sanaq::link {
namespace {

using record::Field;

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

bool has_valid_day(const std::string& day) {
  if (day.size() != 8) return false;
  const int month = std::stoi(day.substr(4, 2));
  const int date = std::stoi(day.substr(6, 2));
  const int year = std::stoi(day.substr(0, 4));
  return month >= 1 && month <= 12 && date >= 1 && date <= 31 && year >= 1000 && year <= 2200;
}

// Shares over records, not over distinct values.
struct Content {
  double filled = 0, emails = 0, days = 0, with_digits = 0, digits = 0, letters = 0, top = 0;
  std::size_t distinct = 0;
};

Content look_at(const std::vector<std::string>& texts, const std::vector<std::uint32_t>& codes) {
  std::vector<std::int64_t> counts(texts.size());
  for (const std::uint32_t code : codes) ++counts[code];
  std::unordered_map<std::string_view, std::int64_t> by_text;
  for (std::size_t code = 0; code < texts.size(); ++code) {
    if (counts[code] && !texts[code].empty()) by_text[texts[code]] += counts[code];
  }
  Content content;
  content.distinct = by_text.size();
  for (const auto& [text, count] : by_text) {  // sums of whole numbers: order does not matter
    const auto weight = static_cast<double>(count);
    const auto digits = std::count_if(text.begin(), text.end(), is_digit);
    content.filled += weight;
    content.top = std::max(content.top, weight);
    content.emails += text.find('@') != std::string_view::npos ? weight : 0;
    content.days += has_valid_day(whole_day(text)) ? weight : 0;
    content.with_digits += digits == 0 ? 0 : weight;
    content.digits += weight * static_cast<double>(digits);
    content.letters += weight * static_cast<double>(text.size());
  }
  return content;
}

// One-edit neighbours a value: typed texts have many, words from a list few.
double neighbours_a_value(const std::vector<std::string>& texts) {
  std::vector<std::u32string> letters;
  for (const std::string& text : texts) letters.push_back(to_letters(text));
  double near = 0;
  for (std::size_t a = 0; a < letters.size(); ++a) {
    for (std::size_t b = a + 1; b < letters.size(); ++b)
      near += osa_distance(letters[a], letters[b], 1) == 1;
  }
  return 2 * near / static_cast<double>(std::max<std::size_t>(1, letters.size()));
}

Kind kind_of_digits(const Content& content) {
  const double length = content.letters / content.filled;
  if (content.distinct <= 30) return Kind::category;
  if ((content.distinct <= 150 && length <= 5) || length <= 3.5) return Kind::number;
  return Kind::code;
}

Kind kind_of_content(const std::vector<std::string>& texts,
                     const std::vector<std::uint32_t>& codes) {
  const Content content = look_at(texts, codes);
  if (content.filled == 0) return Kind::text;
  const auto rows = static_cast<double>(codes.size());
  const auto distinct = static_cast<double>(content.distinct);
  if (content.emails > 0.5 * content.filled) return Kind::email;
  if (content.days > 0.85 * content.filled) return Kind::date;
  if (content.digits > 0.6 * content.letters || content.with_digits > 0.8 * content.filled)
    return kind_of_digits(content);
  if (content.distinct <= 40 && distinct < 0.1 * rows) return Kind::category;
  if (content.distinct <= 1000 && distinct < 0.04 * rows && content.top > 0.02 * rows &&
      neighbours_a_value(texts) < 0.05) {
    return Kind::category;
  }
  return Kind::text;
}

// Several words, or other letters than ASCII: one plain word a cell is compared as text, whose
// levels are learnt.
bool are_whole_names(const std::vector<std::string>& texts,
                     const std::vector<std::uint32_t>& codes) {
  double filled = 0, telling = 0;
  for (const std::uint32_t code : codes) {
    const std::string& text = texts[code];
    if (text.empty()) continue;
    ++filled;
    telling += text.find(' ') != text.npos ||
               std::any_of(text.begin(), text.end(),
                           [](char letter) { return static_cast<unsigned char>(letter) >= 0x80; });
  }
  return filled == 0 || telling > 0.2 * filled;
}

}  // namespace

Kind find_kind(const std::optional<Field>& field, const std::vector<std::string>& texts,
               const std::vector<std::uint32_t>& codes) {
  if (field == Field::name && are_whole_names(texts, codes)) return Kind::name;
  if (field == Field::name) return Kind::text;
  if (field == Field::birth || field == Field::death || field == Field::date) return Kind::date;
  if (field == Field::sex) return Kind::category;
  if (field == Field::given || field == Field::family || field == Field::patronymic)
    return Kind::text;
  return kind_of_content(texts, codes);
}

}  // namespace sanaq::link
