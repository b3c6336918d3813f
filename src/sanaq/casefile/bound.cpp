#include "sanaq/casefile/bound.h"

#include <array>
#include <charconv>
#include <string>

#include "sanaq/text/fold.h"

namespace sanaq::casefile {
namespace {

using base::message;

enum class Says { least, above, most, below, range_from };

struct Phrase {
  std::string_view words;
  Says says;
};

// Longer phrases first: "не более" is a most though "более" is a least.
constexpr auto before_the_number = std::to_array<Phrase>({
    {"по меньшей мере", Says::least},
    {"по крайней мере", Says::least},
    {"как минимум", Says::least},
    {"не менее чем", Says::least},
    {"не менее", Says::least},
    {"не меньше", Says::least},
    {"минимум", Says::least},
    {"самое меньшее", Says::least},
    {"как максимум", Says::most},
    {"не более чем", Says::most},
    {"не более", Says::most},
    {"не больше", Says::most},
    {"не свыше", Says::most},
    {"максимум", Says::most},
    {"самое большее", Says::most},
    {"более чем", Says::above},
    {"более", Says::above},
    {"больше", Says::above},
    {"свыше", Says::above},
    {"менее чем", Says::below},
    {"менее", Says::below},
    {"меньше", Says::below},
    {"до", Says::most},
    {"от", Says::range_from},
    {"at least", Says::least},
    {"at the least", Says::least},
    {"no fewer than", Says::least},
    {"no less than", Says::least},
    {"not less than", Says::least},
    {"not fewer than", Says::least},
    {"a minimum of", Says::least},
    {"minimum", Says::least},
    {"min", Says::least},
    {"at most", Says::most},
    {"at the most", Says::most},
    {"no more than", Says::most},
    {"not more than", Says::most},
    {"a maximum of", Says::most},
    {"maximum", Says::most},
    {"max", Says::most},
    {"up to", Says::most},
    {"more than", Says::above},
    {"over", Says::above},
    {"above", Says::above},
    {"fewer than", Says::below},
    {"less than", Says::below},
    {"under", Says::below},
    {"from", Says::range_from},
    {"кем дегенде", Says::least},
    {"аз дегенде", Says::least},
    {"кемінде", Says::least},
    {"ең азы", Says::least},
    {"ең көбі", Says::most},
    {"көп дегенде", Says::most},
});

// Kazakh says it behind the number, whose ending may stand behind a hyphen: "140-тан астам".
constexpr auto behind_the_number = std::to_array<Phrase>({
    {"кем емес", Says::least},
    {"аз емес", Says::least},
    {"астам", Says::above},
    {"артық", Says::above},
    {"көп", Says::above},
    {"артық емес", Says::most},
    {"көп емес", Says::most},
    {"аспайды", Says::most},
    {"дейін", Says::most},
    {"кем", Says::below},
});

constexpr auto counted = std::to_array<std::string_view>(
    {"people", "persons", "person", "men",  "dead",     "killed", "человек",
     "чел.",   "чел",     "людей",  "лиц",  "погибших", "убитых", "адам",
     "адамды", "адамнан", "адамға", "кісі", "кісіден",  "кісіге"});
constexpr auto case_endings = std::to_array<std::string_view>(
    {"дан", "ден", "тан", "тен", "нан", "нен", "ға", "ге", "қа", "ке", "на", "не"});

void trim(std::string_view& text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
}

// Small letters, single blanks, and one kind of dash.
std::string plain(std::string_view cell) {
  std::string folded = text::fold(cell);
  static constexpr std::array<std::string_view, 5> dashes = {"–", "—", "−", "‑", "‐"};
  for (const std::string_view dash : dashes) {
    for (std::size_t at = folded.find(dash); at != std::string::npos; at = folded.find(dash, at))
      folded.replace(at, dash.size(), "-");
  }
  return folded;
}

// Digits off the front, thousands separated by blanks: "1 400 people" leaves " people".
std::optional<std::int64_t> take_number(std::string_view& text) {
  constexpr std::size_t digits_max = 12;
  constexpr auto is_digit = [](char letter) { return letter >= '0' && letter <= '9'; };
  std::string digits;
  std::size_t at = 0;
  while (at < text.size() && is_digit(text[at])) digits += text[at++];
  while (!digits.empty() && digits.size() <= digits_max && at + 3 < text.size() &&
         text[at] == ' ' && is_digit(text[at + 1]) && is_digit(text[at + 2]) &&
         is_digit(text[at + 3]) && (at + 4 == text.size() || !is_digit(text[at + 4]))) {
    digits += text.substr(at + 1, 3);
    at += 4;
  }
  std::int64_t value = 0;
  if (digits.empty() || digits.size() > digits_max) return std::nullopt;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  text.remove_prefix(at);
  return value;
}

std::optional<Bound> bound(Says says, std::int64_t number) {
  switch (says) {
    case Says::least:
    case Says::range_from:
      return Bound{number, std::nullopt};
    case Says::above:
      return Bound{number + 1, std::nullopt};
    case Says::most:
      return Bound{std::nullopt, number};
    case Says::below:
      return number == 0 ? std::nullopt : std::optional(Bound{std::nullopt, number - 1});
  }
  return std::nullopt;
}

// A word ends where the phrase does: "до" is no beginning of "доля".
std::optional<Says> take_phrase(std::string_view& text) {
  static constexpr std::array<Phrase, 4> signs = {
      {{">=", Says::least}, {"≥", Says::least}, {"<=", Says::most}, {"≤", Says::most}}};
  static constexpr std::array<Phrase, 2> single = {{{">", Says::above}, {"<", Says::below}}};
  std::optional<Says> found;
  std::size_t longest = 0;
  const auto look = [&](const Phrase& phrase, bool is_word) {
    if (!text.starts_with(phrase.words) || phrase.words.size() <= longest) return;
    const std::string_view rest = text.substr(phrase.words.size());
    if (is_word && !rest.starts_with(' ')) return;
    longest = phrase.words.size();
    found = phrase.says;
  };
  for (const Phrase& phrase : before_the_number) look(phrase, true);
  for (const Phrase& phrase : signs) look(phrase, false);
  for (const Phrase& phrase : single) look(phrase, false);
  if (found) text.remove_prefix(longest);
  trim(text);
  return found;
}

void drop_what_is_counted(std::string_view& text) {
  trim(text);
  for (const std::string_view word : counted) {
    if (text == word || (text.starts_with(word) && text[word.size()] == ' ')) {
      text.remove_prefix(word.size());
      trim(text);
      return;
    }
  }
}

// What stands behind the one number.
std::optional<Says> says_behind(std::string_view text) {
  if (text == "+") return Says::least;
  trim(text);
  if (text.starts_with('-') || text.starts_with(' ')) text.remove_prefix(1);
  for (const std::string_view ending : case_endings) {
    if (!text.starts_with(ending)) continue;
    if (text.size() > ending.size() && text[ending.size()] != ' ') continue;
    text.remove_prefix(ending.size());
    break;
  }
  drop_what_is_counted(text);
  for (const Phrase& phrase : behind_the_number) {
    std::string_view rest = text;
    if (!rest.starts_with(phrase.words)) continue;
    rest.remove_prefix(phrase.words.size());
    drop_what_is_counted(rest);
    if (rest.empty()) return phrase.says;
  }
  return std::nullopt;
}

// "-17", "to 17", "до 17": the second number of a range.
std::optional<std::int64_t> take_second(std::string_view text) {
  trim(text);
  for (const std::string_view between : {"-", "to ", "до ", "бастап ", "and "}) {
    if (!text.starts_with(between)) continue;
    text.remove_prefix(between.size());
    trim(text);
    const auto second = take_number(text);
    drop_what_is_counted(text);
    return text.empty() ? second : std::nullopt;
  }
  return std::nullopt;
}

std::optional<Bound> bound_in(std::string_view text) {
  const auto says = take_phrase(text);
  const auto number = take_number(text);
  if (!number) return std::nullopt;
  if (!says || *says == Says::range_from) {
    if (const auto second = take_second(text))
      return *second < *number ? std::nullopt : std::optional(Bound{*number, *second});
  }
  std::string_view rest = text;
  drop_what_is_counted(rest);
  if (rest.empty()) return says ? bound(*says, *number) : Bound{*number, *number};
  const auto behind = says ? std::nullopt : says_behind(text);
  return behind ? bound(*behind, *number) : std::nullopt;
}

}  // namespace

base::Result<Bound> read_bound(std::string_view cell) {
  if (const auto found = bound_in(plain(cell))) return *found;
  return tl::unexpected(base::Problem{
      message("not a whole number, nor a least or a most"),
      message("write digits only, such as 70; at least 140 and up to 200 are read too")});
}

std::string_view other_end(std::string_view column) {
  static constexpr std::array<std::string_view, 4> ends = {"min", "max", "count_min", "count_max"};
  for (std::size_t at = 0; at < ends.size(); ++at) {
    if (ends[at] == column) return ends[at ^ 1U];
  }
  return {};
}

std::string_view least_end(std::string_view column) {
  return column.ends_with("min") ? column : other_end(column);
}

std::vector<std::pair<std::string_view, std::int64_t>> ends_in(std::string_view column,
                                                               const Bound& bound,
                                                               bool other_is_filled) {
  const bool is_least = column.ends_with("min");
  const auto& own = is_least ? bound.least : bound.most;
  const auto& other = is_least ? bound.most : bound.least;
  std::vector<std::pair<std::string_view, std::int64_t>> ends;
  if (own) ends.emplace_back(column, *own);
  if (other && !other_is_filled && own != other) ends.emplace_back(other_end(column), *other);
  return ends;
}

}  // namespace sanaq::casefile
