#include "sanaq/tables/several_people.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdint>
#include <cstring>
#include <string>
#include <vector>

#include "sanaq/text/fold.h"
#include "sanaq/text/nobody.h"

namespace sanaq::tables {
namespace {

// Words that join two people, and words that say that more than one is meant.
constexpr std::array<std::string_view, 9> joining = {"и",  "және", "and", "&", "et",
                                                     "ve", "und",  "і",   "و"};
// They join the names of one person, too: people, where a whole name stands on both sides.
constexpr std::array<std::string_view, 3> joining_names = {"y", "e", "та"};
constexpr std::array<std::string_view, 34> of_several = {
    "семья",    "семьи",    "семью",    "братья",       "сёстры",   "сестры",   "супруги",
    "дети",     "детьми",   "детей",    "другие",       "др",       "др.",      "others",
    "et",       "family",   "brothers", "sisters",      "children", "siblings", "отбасы",
    "отбасысы", "ағайынды", "балалары", "родственники", "сыновья",  "дочери",   "сыновьями",
    "дочерьми", "женой",    "мужем",    "матерью",      "сыном",    "дочерью"};
constexpr std::array<std::string_view, 10> people = {
    "чел", "чел.", "человека", "человек", "людей", "people", "persons", "адам", "тел", "bodies"};

bool is_digits(std::string_view word) {
  return !word.empty() && std::all_of(word.begin(), word.end(), [](unsigned char letter) {
    return std::isdigit(letter) != 0;
  });
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  for (const char letter : std::string(text) + ' ') {
    if (std::string_view(" \t\r\n,;/()[]\"").find(letter) == std::string_view::npos) {
      word += letter;
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  }
  return words;
}

template <std::size_t size>
bool is_one_of(std::string_view word, const std::array<std::string_view, size>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::vector<std::string> parts_between(std::string_view cell, std::string_view signs) {
  std::vector<std::string> parts(1);
  for (const char letter : cell) {
    if (signs.find(letter) == std::string_view::npos) {
      parts.back() += letter;
    } else {
      parts.emplace_back();
    }
  }
  std::erase_if(parts, [](const std::string& part) { return words_of(part).empty(); });
  return parts;
}

// "A. Kulov", "Асан Оспанов": two words or more in each of two parts or more.
bool are_whole_names(const std::vector<std::string>& parts) {
  return parts.size() > 1 && std::all_of(parts.begin(), parts.end(), [](const std::string& part) {
           return words_of(part).size() > 1 && part.find_first_of("0123456789") == part.npos;
         });
}

std::size_t letters_of(std::string_view word) {
  return static_cast<std::size_t>(
      std::count_if(word.begin(), word.end(), [](char letter) { return (letter & 0xC0) != 0x80; }));
}

// Two people joined by a word, each with a name of their own: "Асан и Усен". Written large it may
// be a name itself ("Пак И Хо") unless longer words stand on both sides of it in a cell of
// capitals.
bool are_joined(const std::vector<std::string>& as_written) {
  constexpr std::size_t longer = 3;
  for (std::size_t at = 1; at + 1 < as_written.size(); ++at) {
    const std::string word = text::fold(as_written[at]);
    if (word == "с" || word == "with") return true;  // "с женой": more than one
    if (is_one_of(word, joining_names) && word == as_written[at] && at > 1 &&
        at + 2 < as_written.size())
      return true;
    if (!is_one_of(word, joining) || is_digits(as_written[at + 1])) continue;
    if (word == "&" && letters_of(as_written[at + 1]) < longer) continue;  // "& Co"
    if (word == as_written[at]) return true;
    if (letters_of(as_written[at - 1]) >= longer && letters_of(as_written[at + 1]) >= longer &&
        text::fold(as_written[at - 1]) != as_written[at - 1])
      return true;
  }
  return false;
}

bool is_in_latin(std::string_view cell) {
  return cell.find_first_of("\xD0\xD1\xD2\xD3\xD8\xD9") == cell.npos;
}

// "семья Оспановых (4 чел.)", "3 неизвестных", "+ 2", "и др."
bool says_more_than_one(const std::vector<std::string>& words) {
  for (std::size_t at = 0; at < words.size(); ++at) {
    const std::string& word = words[at];
    if (is_one_of(word, of_several) && word != "et") return true;
    if (word == "et" && at + 1 < words.size() && words[at + 1].starts_with("al")) return true;
    const bool is_several = is_digits(word) && word != "1" && word.size() <= 3;
    if (is_several && at + 1 < words.size() && is_one_of(words[at + 1], people)) return true;
    if (is_several && at > 0 && words[at - 1] == "+") return true;
    if (word.size() > 1 && word[0] == '+' && is_digits(std::string_view(word).substr(1)))
      return true;
  }
  return words.size() > 1 && is_digits(words[0]) && words[0] != "1" && words[0].size() <= 2 &&
         text::names_nobody(words[1]);
}

// Of the words that join people or say that they are several, what stands behind a blank.
bool may_begin_joining_word(std::string_view rest) {
  const auto begins = [&](auto... words) { return (rest.starts_with(words) || ...); };
  if (rest.empty()) return false;
  switch (rest[0]) {
    case 'a':
      return begins("and ");
    case 'A':
      return begins("AND ");
    case 'e':
      return begins("et ", "et al", "e ");
    case 'f':
      return begins("family");
    case 'F':
      return begins("Family") && rest.size() <= std::string_view("Family").size() + 1;
    case 'u':
      return begins("und ");
    case 'v':
      return begins("ve ");
    case 'w':
      return begins("with ");
    case 'y':
      return begins("y ");
    case '\xD0':
      return begins("и ", "И ", "және ");
    case '\xD1':
      return begins("с ", "та ", "і ");
    case '\xD9':
      return begins("و ");
    default:
      return false;
  }
}

// The next byte below '0' from `at` on, or the end: blanks, commas and the other signs at which a
// name has to be looked at more closely are such. Eight bytes at a time.
std::size_t next_low_byte(std::string_view cell, std::size_t at) {
  constexpr std::uint64_t ones = 0x0101010101010101ULL, high = 0x8080808080808080ULL;
  for (; at + 8 <= cell.size(); at += 8) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, cell.data() + at, sizeof eight);
    if (((eight - ones * '0') & ~eight & high) != 0) break;
  }
  while (at < cell.size() && static_cast<unsigned char>(cell[at]) >= '0') ++at;
  return at;
}

// Quick, since each distinct name comes here: a name has none of these. One comma where commas part
// names is none.
bool may_be_several(std::string_view cell, bool commas_part_names) {
  if (cell[0] >= '0' && cell[0] <= '9') return true;  // "3 неизвестных"
  if (cell.find(';') != cell.npos) return true;
  int commas = 0;
  for (std::size_t at = next_low_byte(cell, 0); at < cell.size();
       at = next_low_byte(cell, at + 1)) {
    switch (cell[at]) {
      case ' ':
        if (may_begin_joining_word(cell.substr(at + 1))) return true;
        break;
      case ',':
        if (++commas > 1 || !commas_part_names) return true;
        break;
      case '/':
      case '\n':
      case '&':
      case '+':
      case '(':
        return true;
      default:
        break;
    }
  }
  constexpr std::string_view first_bytes =
      "\xD0\xD1"
      "Ff";
  if (first_bytes.find(cell[0]) == first_bytes.npos) return false;
  constexpr std::array<std::string_view, 18> starts = {
      "семья",   "Семья",   "СЕМЬЯ",  "семьи ", "братья", "Братья", "БРАТЬЯ", "супруг", "Супруг",
      "Family ", "family ", "сёстры", "сестры", "Сестры", "Сёстры", "Отбасы", "отбасы", "Дети "};
  return std::any_of(starts.begin(), starts.end(),
                     [&](std::string_view start) { return cell.starts_with(start); });
}

}  // namespace

bool holds_several_people(std::string_view cell, bool commas_part_names) {
  constexpr std::size_t longest = 2000;
  if (cell.empty() || cell.size() > longest || !may_be_several(cell, commas_part_names))
    return false;
  if (says_more_than_one(words_of(text::fold(cell)))) return true;
  if (text::names_nobody(cell)) return false;
  if (are_joined(words_of(cell))) return true;
  const std::vector<std::string> by_commas = parts_between(cell, ",");
  if (are_whole_names(by_commas) &&
      (by_commas.size() > 2 || (!commas_part_names && !is_in_latin(cell))))
    return true;
  return are_whole_names(parts_between(cell, ";")) || are_whole_names(parts_between(cell, "\n")) ||
         are_whole_names(parts_between(cell, "/"));
}

bool may_hold_two_people(std::string_view cell) {
  const std::size_t comma = cell.find(',');
  return comma != cell.npos && cell.find(',', comma + 1) == cell.npos && is_in_latin(cell) &&
         are_whole_names(parts_between(cell, ","));
}

bool commas_part_names(const std::vector<std::string>& cells) {
  constexpr std::size_t looked_at = 4096;  // the first cells of a column tell how it is written
  const auto end = cells.begin() + static_cast<std::ptrdiff_t>(std::min(cells.size(), looked_at));
  const auto with_comma =
      static_cast<std::size_t>(std::count_if(cells.begin(), end, [](const std::string& cell) {
        return std::count(cell.begin(), cell.end(), ',') == 1;
      }));
  return with_comma > 2 && with_comma * 3 > static_cast<std::size_t>(end - cells.begin());
}

}  // namespace sanaq::tables
