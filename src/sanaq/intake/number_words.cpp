#include "sanaq/intake/number_words.h"

#include <unicode/rbnf.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <map>
#include <mutex>
#include <utility>

#include "sanaq/base/check.h"
#include "sanaq/base/utf8_letter.h"
#include "sanaq/text/fold.h"

namespace sanaq::intake {
namespace {

using Words = std::array<std::string_view, numbers_most + 1>;
constexpr Words english = {"zero", "one",   "two",   "three", "four", "five",
                           "six",  "seven", "eight", "nine",  "ten"};
constexpr Words russian = {"ноль",  "один", "два",    "три",    "четыре", "пять",
                           "шесть", "семь", "восемь", "девять", "десять"};
constexpr Words kazakh = {"нөл",  "бір",  "екі",   "үш",    "төрт", "бес",
                          "алты", "жеті", "сегіз", "тоғыз", "он"};

const Words* own_words(std::string_view language) {
  if (language == "en") return &english;
  if (language == "ru") return &russian;
  return language == "kk" ? &kazakh : nullptr;
}

using Spelled = std::array<std::string, numbers_most + 1>;

// Soft hyphens, which ICU puts between the parts of a number, go.
Spelled spelled_out(std::string_view language) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::RuleBasedNumberFormat format(icu::URBNF_SPELLOUT,
                                          icu::Locale(std::string(language).c_str()), status);
  base::check(U_SUCCESS(status) != 0, "ICU spells numbers out in every language");
  Spelled words;
  for (int number = 0; number <= numbers_most; ++number) {
    icu::UnicodeString text;
    format.format(number, text);
    text.findAndReplace(icu::UnicodeString(u'\u00ad'), icu::UnicodeString());
    text.toUTF8String(words[static_cast<std::size_t>(number)]);
  }
  return words;
}

// ICU takes a millisecond to read its rules; a site has few languages.
std::string kept_word(std::size_t number, std::string_view language) {
  constexpr std::size_t languages_most = 100;
  static std::mutex alone;
  static std::map<std::string, Spelled, std::less<>> kept;
  const std::scoped_lock lock(alone);
  auto words = kept.find(language);
  if (words == kept.end()) {
    if (kept.size() >= languages_most) kept.clear();
    words = kept.emplace(language, spelled_out(language)).first;
  }
  return words->second[number];
}

// As people type who have no such key, or are in a hurry.
std::string plainly(std::string_view text) {
  std::string plain = text::fold(text);
  constexpr std::array<std::pair<std::string_view, std::string_view>, 7> letters = {
      {{"ё", "е"}, {"ө", "о"}, {"ү", "у"}, {"ұ", "у"}, {"і", "и"}, {"ғ", "г"}, {"қ", "к"}}};
  for (const auto& [from, to] : letters) {
    for (std::size_t at = plain.find(from); at != plain.npos; at = plain.find(from, at))
      plain.replace(at, from.size(), to);
  }
  return plain;
}

std::optional<int> read_digits(std::string_view text) {
  int number = 0;
  std::size_t count = 0;
  while (!text.empty()) {
    const base::Utf8Letter letter = base::first_letter(text);
    const int digit = u_charDigitValue(static_cast<UChar32>(letter.code));
    if (digit < 0 || ++count > 2) return std::nullopt;
    number = number * 10 + digit;
    text.remove_prefix(letter.size);
  }
  return count > 0 && number <= numbers_most ? std::optional(number) : std::nullopt;
}

}  // namespace

std::string number_word(int number, std::string_view language) {
  base::check(number >= 0 && number <= numbers_most, "the sum has numbers from 0 to 10");
  const auto at = static_cast<std::size_t>(number);
  const Words* const words = own_words(language);
  return words != nullptr ? std::string((*words)[at]) : kept_word(at, language);
}

std::optional<int> read_answer(std::string_view typed, std::string_view language) {
  constexpr std::size_t typed_most = 100;
  if (typed.size() > typed_most) return std::nullopt;
  const std::string plain = plainly(typed);
  if (const auto number = read_digits(plain)) return number;
  if (plain == "нуль") return 0;
  for (const std::string_view known :
       {language, std::string_view("en"), std::string_view("ru"), std::string_view("kk")}) {
    for (int number = 0; number <= numbers_most; ++number) {
      if (plain == plainly(number_word(number, known))) return number;
    }
  }
  return std::nullopt;
}

}  // namespace sanaq::intake
