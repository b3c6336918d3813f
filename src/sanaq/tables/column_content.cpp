#include "sanaq/tables/column_content.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <set>
#include <string>

#include "sanaq/tables/date_cell.h"
#include "sanaq/tables/sex_cell.h"
#include "sanaq/text/fold.h"
#include "sanaq/text/nobody.h"

namespace sanaq::tables {
namespace {

constexpr std::array<std::string_view, 50> place_words = {
    "г",        "г.",         "город",    "города",   "городе",  "село",    "села",     "с.",
    "пос",      "пос.",       "посёлок",  "поселок",  "поселка", "аул",     "аула",     "район",
    "района",   "р-н",        "область",  "области",  "обл",     "обл.",    "ул",       "ул.",
    "улица",    "микрорайон", "мкр",      "мкр.",     "ауданы",  "облысы",  "қаласы",   "ауылы",
    "көшесі",   "кенті",      "village",  "city",     "town",    "street",  "district", "region",
    "province", "oblast",     "больница", "hospital", "морг",    "площадь", "деревня",  "дер.",
    "станица",  "хутор"};

template <typename Visit>
void each_word(std::string_view text, Visit visit) {
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t end = std::min(text.find_first_of(" ,\t\n", at), text.size());
    if (end > at) visit(text.substr(at, end - at));
    at = end + 1;
  }
}

// A word that a name can have: letters alone, in scripts with capitals a capital first, or all of
// them ("АХМЕТОВ"); what links parts of a name is small ("оглы", "van", "al-").
bool is_name_word(std::string_view word) {
  bool is_first = true;
  std::int32_t at = 0;
  const auto size = static_cast<std::int32_t>(word.size());
  const auto* const bytes = reinterpret_cast<const std::uint8_t*>(word.data());
  while (at < size) {
    UChar32 letter = 0;
    U8_NEXT(bytes, at, size, letter);
    if (letter < 0) return false;
    const bool is_sign = letter == '.' || letter == '-' || letter == '\'' || letter == 0x2019 ||
                         letter == 0x2018 || letter == 0x60 || letter == '(' || letter == ')';
    if (is_sign) continue;
    if (u_isUAlphabetic(letter) == 0 && u_charType(letter) != U_NON_SPACING_MARK) return false;
    if (is_first && u_islower(letter) != 0) return false;
    is_first = false;
  }
  return !is_first;
}

// "de", "la", "оглы": a small word between or behind the parts of a name.
bool is_particle(std::string_view word) {
  constexpr std::size_t longest_in_bytes = 8;
  return word.size() <= longest_in_bytes;
}

bool looks_like_date(std::string_view cell) {
  constexpr DateContext any_order = {DayMonthOrder::day_first, false};
  if (cell.find_first_of("0123456789") == cell.npos || cell.size() < 4) return false;
  const auto date = read_date(cell, any_order);
  return date && date->has_value();
}

std::optional<int> whole_number_of(std::string_view cell) {
  int value = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  if (error != std::errc{} || end != cell.data() + cell.size()) return std::nullopt;
  return value;
}

bool looks_like_age(std::string_view cell) {
  constexpr int oldest = 120;
  const auto value = whole_number_of(cell);
  return value && *value >= 0 && *value <= oldest;
}

bool count_the_rows(const std::vector<std::string_view>& cells) {
  std::size_t steps = 0;
  for (std::size_t at = 1; at < cells.size(); ++at) {
    const auto before = whole_number_of(cells[at - 1]), here = whole_number_of(cells[at]);
    steps += before && here && *here == *before + 1 ? 1 : 0;
  }
  return cells.size() > 2 && steps * 10 >= (cells.size() - 1) * 8;
}

bool looks_like_sex(std::string_view cell) {
  constexpr SexLetters of_any_language = {LetterOfSex::male, LetterOfSex::male, LetterOfSex::female,
                                          LetterOfSex::male};
  const auto sex = read_sex(cell, of_any_language);
  return sex && !sex->empty();
}

bool hardly_repeat(const std::vector<std::string_view>& cells) {
  const std::set<std::string_view> distinct(cells.begin(), cells.end());
  return distinct.size() * 10 >= cells.size() * 6;
}

}  // namespace

bool looks_like_name(std::string_view cell) {
  constexpr std::size_t words_max = 6;
  std::size_t words = 0, name_words = 0, others = 0;
  each_word(cell, [&](std::string_view word) {
    const bool is_name = is_name_word(word);
    ++words;
    name_words += is_name ? 1 : 0;
    others += !is_name && (words == 1 || !is_particle(word)) ? 1 : 0;
  });
  return name_words >= 2 && others == 0 && words <= words_max && !has_place_word(cell) &&
         cell.find_first_of("0123456789") == cell.npos;
}

bool has_place_word(std::string_view cell) {
  bool has = false;
  const std::string folded = text::fold(cell);
  each_word(folded, [&](std::string_view word) {
    has = has || std::find(place_words.begin(), place_words.end(), word) != place_words.end() ||
          word.starts_with("г.") || word.starts_with("с.") || word.starts_with("ул.");
  });
  return has;
}

ContentKind content_of(const std::vector<std::string_view>& cells) {
  std::vector<std::string_view> filled;
  for (const std::string_view cell : cells) {
    if (!cell.empty()) filled.push_back(cell);
  }
  if (filled.empty()) return ContentKind::nothing;
  const auto most = [&](auto is_of_kind) {
    const auto count = std::count_if(filled.begin(), filled.end(), is_of_kind);
    return static_cast<std::size_t>(count) * 5 >= filled.size() * 4;
  };
  if (most(looks_like_sex)) return ContentKind::sex;
  if (most(looks_like_age) && !count_the_rows(filled)) return ContentKind::age;
  if (most(looks_like_date)) return ContentKind::date;
  // Among names stand words for nobody, totals and numbers; what is left has to look like names.
  std::erase_if(filled, [](std::string_view cell) {
    return text::names_nobody(cell) || whole_number_of(cell).has_value();
  });
  const auto names = std::count_if(filled.begin(), filled.end(), looks_like_name);
  if (filled.size() >= 2 && static_cast<std::size_t>(names) * 3 >= filled.size() * 2 &&
      hardly_repeat(filled))
    return ContentKind::name;
  return ContentKind::nothing;
}

}  // namespace sanaq::tables
