#include "sanaq/text/family_first.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <optional>
#include <tuple>

#include "sanaq/text/affixes.h"
#include "sanaq/text/fold.h"
#include "sanaq/text/letters.h"
#include "sanaq/text/nicknames.h"
#include "sanaq/text/wide_text.h"

namespace sanaq::text {
namespace {

struct NameWord {
  std::string written;
  std::u32string small;
  bool is_initial = false;  // "У.", "У.К.", "У"
  Patronymic patronymic = Patronymic::none;
  int family = 0;  // family_suffix
};

char32_t small_letter(char32_t letter) {
  return static_cast<char32_t>(u_tolower(static_cast<UChar32>(letter)));
}

bool is_letter(char32_t letter) { return u_isalpha(static_cast<UChar32>(letter)) != 0; }

// Letters that stand alone, each with a full stop behind it or not.
bool are_initials(const std::u32string& letters) {
  std::size_t run = 0;
  bool has_letter = false;
  for (const char32_t letter : letters) {
    run = is_letter(letter) ? run + 1 : 0;
    has_letter = has_letter || is_letter(letter);
    if (run > 1) return false;
  }
  return has_letter;
}

bool is_given_name(std::string_view written) {
  return !nickname_groups(written, NameTables::built_in()).empty();
}

NameWord word_of(std::string_view written) {
  NameWord word{std::string(written), {}, false, Patronymic::none, 0};
  for (const char32_t letter : to_utf32(written)) word.small += small_letter(letter);
  word.is_initial = are_initials(word.small);
  if (word.is_initial) return word;
  if (is_patronymic_word(word.small)) {
    word.patronymic = Patronymic::sure;
  } else {
    word.patronymic = patronymic_suffix(word.small).kind;
  }
  word.family = family_suffix(word.small).kind;
  // Марина and Константин end as family names do.
  if (word.family != 0 && is_given_name(written)) word.family = 0;
  return word;
}

std::vector<NameWord> words_of(std::string_view name) {
  std::vector<NameWord> words;
  std::size_t at = 0;
  while (at < name.size()) {
    const std::size_t end = std::min(name.find_first_of(" \t\n", at), name.size());
    if (end > at) words.push_back(word_of(name.substr(at, end - at)));
    at = end + 1;
  }
  return words;
}

std::string joined(const std::vector<NameWord>& words, std::size_t first) {
  std::string name = words.empty() ? std::string() : words[first].written;
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (at != first) name += " " + words[at].written;
  }
  return name;
}

// The only word of which `is` holds; none if there are several.
template <typename Is>
std::optional<std::size_t> only(const std::vector<NameWord>& words, Is is) {
  std::optional<std::size_t> found;
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (!is(words[at])) continue;
    if (found) return std::nullopt;
    found = at;
  }
  return found;
}

std::optional<std::size_t> family_by_patronymic(const std::vector<NameWord>& words) {
  if (words.size() < 3) return std::nullopt;
  const auto is_patronymic = [](const NameWord& word) {
    return word.patronymic == Patronymic::sure || word.patronymic == Patronymic::likely ||
           word.patronymic == Patronymic::family_too;
  };
  // Казимир Северинович Малевич: the last word ends as a patronymic does, the one before it is one.
  if (is_patronymic(words[words.size() - 2])) return words.size() - 1;
  if (is_patronymic(words.back())) return 0;
  return std::nullopt;
}

// -ин, -ина: as many given names end so.
bool is_weak(int family) { return family == 2 || family == 4; }

std::size_t family_word(const std::vector<NameWord>& words) {
  if (const auto whole = only(words, [](const NameWord& word) { return !word.is_initial; }))
    return *whole;
  if (const auto found = family_by_patronymic(words)) return *found;
  const auto by_ending = only(words, [](const NameWord& word) {
    return word.family != 0 && !is_weak(word.family) && word.patronymic == Patronymic::none;
  });
  if (by_ending) return *by_ending;
  // Пушкин is a family name beside Алексей; Марина beside Ким is none.
  const bool has_given_name = std::any_of(words.begin(), words.end(), [](const NameWord& word) {
    return !word.is_initial && is_given_name(word.written);
  });
  const auto by_weak_ending =
      only(words, [](const NameWord& word) { return is_weak(word.family); });
  return has_given_name ? by_weak_ending.value_or(0) : 0;
}

bool is_in_capitals(std::string_view name) {
  bool has_long_word = false;
  std::size_t run = 0;
  for (const char32_t letter : to_utf32(name)) {
    if (u_islower(static_cast<UChar32>(letter)) != 0) return false;
    run = u_isupper(static_cast<UChar32>(letter)) != 0 ? run + 1 : 0;
    has_long_word = has_long_word || run > 1;
  }
  return has_long_word;
}

}  // namespace

std::string family_first(std::string_view name) {
  if (const std::size_t comma = name.find(','); comma != name.npos) {
    const bool is_only = name.find(',', comma + 1) == name.npos;
    const std::vector<NameWord> before = words_of(name.substr(0, comma)),
                                behind = words_of(name.substr(comma + 1));
    if (is_only && !before.empty() && !behind.empty())
      return joined(before, 0) + " " + joined(behind, 0);
  }
  const std::vector<NameWord> words = words_of(name);
  if (words.size() < 2) return joined(words, 0);
  return joined(words, family_word(words));
}

std::string ordinary_case(std::string_view name) {
  if (!is_in_capitals(name)) return std::string(name);
  std::u32string out;
  for (const NameWord& word : words_of(name)) {
    if (!out.empty()) out += U' ';
    if (word.is_initial || is_patronymic_word(word.small)) {
      out += word.is_initial ? to_utf32(word.written) : word.small;
      continue;
    }
    bool is_first = true;
    for (const char32_t letter : word.small) {
      out += is_first && is_letter(letter)
                 ? static_cast<char32_t>(u_toupper(static_cast<UChar32>(letter)))
                 : letter;
      // An apostrophe stands within a word: Д'Артаньян is rarer than Мар'яна.
      if (is_letter(letter)) is_first = false;
      if (letter == U'-' || letter == U'.') is_first = true;
    }
  }
  return to_utf8(out);
}

std::size_t fullest_name(const std::vector<std::string>& names) {
  const auto rank = [&](const std::string& name) {
    const std::vector<NameWord> words = words_of(name);
    const std::string plain = fold(name);
    const auto same = std::count_if(names.begin(), names.end(),
                                    [&](const std::string& other) { return fold(other) == plain; });
    const auto initials = std::count_if(words.begin(), words.end(),
                                        [](const NameWord& word) { return word.is_initial; });
    return std::tuple(static_cast<std::ptrdiff_t>(words.size()) - initials, initials, same,
                      !is_in_capitals(name));
  };
  std::size_t best = 0;
  for (std::size_t at = 1; at < names.size(); ++at) {
    if (rank(names[at]) > rank(names[best])) best = at;
  }
  return best;
}

std::size_t whole_words(std::string_view name) {
  const std::vector<NameWord> words = words_of(name);
  return static_cast<std::size_t>(std::count_if(
      words.begin(), words.end(), [](const NameWord& word) { return !word.is_initial; }));
}

}  // namespace sanaq::text
