#include "sanaq/tables/date_cell.h"

#include <array>
#include <cctype>
#include <charconv>
#include <string>
#include <vector>

#include "sanaq/tables/cell_text.h"
#include "sanaq/tables/limits.h"
#include "sanaq/text/name.h"

namespace sanaq::tables {
namespace {

using base::message;
using base::Problem;
using record::make_date;
using record::PartialDate;
using Read = base::Result<std::optional<PartialDate>>;
using namespace std::string_view_literals;

// Month names: what a word may begin with, and how it may go on, parted by '|'; an empty ending is
// written as nothing between the bars. English, Russian, Kazakh (also without Kazakh letters and in
// Latin), and what Kyrgyz shares. A word that only begins like a month ("maybe", "Казань") is none.
constexpr std::string_view on_kazakh =
    "|да|де|та|те|ның|нің|дың|дің|тың|тің|дағы|дегі|тағы|тегі|ы|і|дан|ден|тан|тен|ға|ге|қа|ке|айы|";
struct MonthStem {
  std::string_view stem;
  int month;
  std::string_view endings;
};
constexpr std::array<MonthStem, 60> month_stems = {{
    {"jan", 1, "||uary|"},
    {"feb", 2, "||ruary|"},
    {"mar", 3, "||ch|"},
    {"apr", 4, "||il|"},
    {"may", 5, "||"},
    {"jun", 6, "||e|"},
    {"jul", 7, "||y|"},
    {"aug", 8, "||ust|"},
    {"sep", 9, "||t|tember|"},
    {"oct", 10, "||ober|"},
    {"nov", 11, "||ember|"},
    {"dec", 12, "||ember|"},
    {"янв", 1, "||ар|арь|аря|арю|арем|аре|"},
    {"фев", 2, "||р|раль|раля|ралю|ралем|рале|"},
    {"мар", 3, "||т|та|ту|том|те|"},
    {"апр", 4, "||ель|еля|елю|елем|еле|"},
    {"май", 5, "||"},
    {"мая", 5, "||"},
    {"мае", 5, "||м|"},
    {"маю", 5, "||"},
    {"июн", 6, "||ь|я|ю|ем|е|"},
    {"июл", 7, "||ь|я|ю|ем|е|"},
    {"авг", 8, "||уст|уста|усту|устом|усте|"},
    {"сен", 9, "||т|тябрь|тября|тябрю|тябрем|тябре|"},
    {"окт", 10, "||ябрь|ября|ябрю|ябрем|ябре|"},
    {"ноя", 11, "||б|брь|бря|брю|брем|бре|"},
    {"дек", 12, "||абрь|абря|абрю|абрем|абре|"},
    {"нояб", 11, "||р|"},
    {"қаңтар", 1, on_kazakh},
    {"кантар", 1, on_kazakh},
    {"ақпан", 2, on_kazakh},
    {"акпан", 2, on_kazakh},
    {"наурыз", 3, on_kazakh},
    {"сәуір", 4, on_kazakh},
    {"сауир", 4, on_kazakh},
    {"мамыр", 5, on_kazakh},
    {"маусым", 6, on_kazakh},
    {"шілде", 7, on_kazakh},
    {"шилде", 7, on_kazakh},
    {"тамыз", 8, on_kazakh},
    {"қыркүйек", 9, on_kazakh},
    {"кыркуйек", 9, on_kazakh},
    {"қазан", 10, on_kazakh},
    {"казан", 10, on_kazakh},
    {"қараша", 11, on_kazakh},
    {"караша", 11, on_kazakh},
    {"желтоқсан", 12, on_kazakh},
    {"желтоксан", 12, on_kazakh},
    {"қаң", 1, "||"},
    {"ақп", 2, "||"},
    {"нау", 3, "||"},
    {"сәу", 4, "||"},
    {"мам", 5, "||"},
    {"мау", 6, "||"},
    {"шіл", 7, "||"},
    {"там", 8, "||"},
    {"қыр", 9, "||"},
    {"қаз", 10, "||"},
    {"қар", 11, "||"},
    {"жел", 12, "||"},
}};

// Whether `word` is `stem` with one of its endings.
bool is_form_of(std::string_view word, std::string_view stem, std::string_view endings) {
  if (!word.starts_with(stem)) return false;
  const std::string ending = "|" + std::string(word.substr(stem.size())) + "|";
  return word.size() == stem.size() || endings.find(ending) != std::string_view::npos;
}

constexpr std::array<std::string_view, 22> absent_words = {
    "-",           "--",         "—",    "–",        "?",         "??",         "n/a",   "na",
    "nan",         "null",       "none", "unknown",  "not known", "неизвестно", "неизв", "неизв.",
    "не известно", "нет данных", "нет",  "белгісіз", "жоқ",       "х"};
constexpr std::array<std::string_view, 16> approximate_words = {
    "c",     "ca",       "circa", "about",          "approx",  "around", "~",   "ок",
    "около", "примерно", "прибл", "приблизительно", "шамамен", "est",    "abt", "c."};
constexpr std::array<std::string_view, 31> filler_words = {
    "айы",   "айында", "айының", "г",    "гг", "год", "года", "году", "ж",  "жыл", "жылы",
    "жылғы", "y",      "yr",     "year", "of", "the", "th",   "st",   "nd", "rd",  "числа",
    "күні",  "в",      "го",     "е",    "ое", "сы",  "сі",   "шы",   "ші"};

template <std::size_t size>
bool is_one_of(std::string_view word, const std::array<std::string_view, size>& words) {
  for (const std::string_view candidate : words) {
    if (word == candidate) return true;
  }
  return false;
}

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

struct Token {
  std::string_view text;
  bool is_number = false;
  int value = 0;
};

// Numbers and words; everything else parts them. `separators` gets the first character between each
// token and the next.
std::vector<Token> tokens_of(std::string_view text, std::string& separators) {
  std::vector<Token> tokens;
  std::size_t at = 0;
  while (at < text.size()) {
    const bool is_number = is_digit(text[at]);
    const bool is_word = static_cast<unsigned char>(text[at]) >= 0x80 ||
                         std::isalpha(static_cast<unsigned char>(text[at])) != 0;
    if (!is_number && !is_word && text[at] != '~') {
      if (!tokens.empty() && separators.size() < tokens.size()) separators += text[at];
      ++at;
      continue;
    }
    if (separators.size() < tokens.size()) separators += ' ';
    const std::size_t start = at;
    while (at < text.size() &&
           (is_number
                ? is_digit(text[at])
                : (static_cast<unsigned char>(text[at]) >= 0x80 ||
                   std::isalpha(static_cast<unsigned char>(text[at])) != 0 || text[at] == '~')))
      ++at;
    Token token{text.substr(start, at - start), is_number, 0};
    if (is_number && token.text.size() <= 8)
      std::from_chars(token.text.data(), token.text.data() + token.text.size(), token.value);
    tokens.push_back(token);
  }
  return tokens;
}

int month_of(std::string_view word) {
  for (const MonthStem& candidate : month_stems) {
    if (is_form_of(word, candidate.stem, candidate.endings)) return candidate.month;
  }
  static constexpr std::array<std::string_view, 12> roman = {
      "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"};
  for (std::size_t at = 0; at < roman.size(); ++at) {
    if (word == roman[at]) return static_cast<int>(at) + 1;
  }
  return 0;
}

// Seasons as their widest reading: "winter 2011" may mean the one before it or behind it, and is
// all of both.
struct SeasonStem {
  std::string_view stem;
  int first_month;
};
constexpr std::array<SeasonStem, 18> season_stems = {{{"spring", 3},
                                                      {"summer", 6},
                                                      {"autumn", 9},
                                                      {"winter", 12},
                                                      {"весн", 3},
                                                      {"лето", 6},
                                                      {"летом", 6},
                                                      {"осен", 9},
                                                      {"зим", 12},
                                                      {"көктем", 3},
                                                      {"коктем", 3},
                                                      {"жаз", 6},
                                                      {"күз", 9},
                                                      {"қыс", 12},
                                                      {"fall", 9},
                                                      {"лета", 6},
                                                      {"кокт", 3},
                                                      {"куз", 9}}};

std::optional<PartialDate> season_of(std::string_view word, int year) {
  for (const SeasonStem& season : season_stems) {
    constexpr std::string_view endings =
        "|а|ы|у|ой|е|ь|и|ью|ом|ние|ний|нее|да|де|те|ғы|гі|ды|ді|"sv;
    if (!is_form_of(word, season.stem, endings) || year < 2 || year > 9998) continue;
    if (season.first_month == 12)
      return PartialDate{record::day_number(year - 1, 12, 1),
                         record::day_number(year + 1, 3, 1) - 1};
    return PartialDate{record::day_number(year, season.first_month, 1),
                       record::day_number(year, season.first_month + 3, 1) - 1};
  }
  return std::nullopt;
}

Read unreadable() {
  return tl::unexpected(Problem{
      message("this is not a date that can be read"),
      message("write it as 2011-12-16, 16.12.2011, 2011-12 or 2011, or leave the cell empty")});
}

Read no_such_day() {
  return tl::unexpected(Problem{message("there is no such day"),
                                message("compare the cell with its source and correct it")});
}

Read two_digit_year() {
  return tl::unexpected(Problem{message("the year has two digits; its century is not guessed"),
                                message("write the year with four digits")});
}

Read dated(int year, std::optional<int> month, std::optional<int> day, bool is_approximate) {
  if (day == 0) day = std::nullopt;  // 00.12.2011: the typist's "day not known"
  if (month == 0) {
    if (day) return no_such_day();
    month = std::nullopt;
  }
  std::optional<PartialDate> date = make_date(year, month, day);
  if (!date) return no_such_day();
  date->approximate = is_approximate;
  return date;
}

Read from_three_numbers(const std::array<Token, 3>& part, char separator,
                        const DateContext& context, bool is_approximate) {
  if (part[0].text.size() == 4)
    return dated(part[0].value, part[1].value, part[2].value, is_approximate);
  if (part[2].text.size() != 4) return two_digit_year();
  const int year = part[2].value;
  if (year == 0) return std::optional<PartialDate>{};
  const int first = part[0].value;
  const int second = part[1].value;
  if (separator == '.' || first > 12 || first == second ||
      context.order == DayMonthOrder::day_first)
    return dated(year, second, first, is_approximate);
  if (second > 12 || context.order == DayMonthOrder::month_first)
    return dated(year, first, second, is_approximate);
  return tl::unexpected(
      Problem{message("day and month cannot be told apart, and nothing else in the column tells"),
              message("write the month as a word, or the date as 2011-12-16")});
}

Read from_word_month(const std::vector<Token>& tokens, bool is_approximate) {
  int year = 0;
  int month = 0;
  std::optional<int> day;
  for (const Token& token : tokens) {
    if (token.is_number && token.text.size() == 4) {
      if (year != 0) return unreadable();
      year = token.value;
    } else if (token.is_number && token.text.size() <= 2) {
      if (day) return two_digit_year();
      day = token.value;
    } else if (!token.is_number && month_of(token.text) != 0) {
      if (month != 0) return unreadable();
      month = month_of(token.text);
    } else {
      return unreadable();
    }
  }
  if (year == 0 || month == 0) return day && month != 0 ? two_digit_year() : unreadable();
  return dated(year, month, day, is_approximate);
}

Read from_digits(const Token& token, const DateContext& context, bool is_approximate) {
  if (token.text.find_first_not_of('0') == token.text.npos) return std::optional<PartialDate>{};
  if (token.text.size() == 4 && !(context.serials && token.value > 2200))
    return dated(token.value, std::nullopt, std::nullopt, is_approximate);
  if (context.serials && token.value >= 1 && token.value < 80000) {
    const std::int32_t day = record::day_number(1899, 12, 30) + token.value;
    return PartialDate{day, day, is_approximate};
  }
  if (token.text.size() == 8)
    return dated(token.value / 10000, token.value / 100 % 100, token.value % 100, is_approximate);
  if (token.text.size() == 2) return two_digit_year();
  return unreadable();
}

// A time of day behind the date ("2011-12-16 00:00:00", "2011-12-16T09:00Z") says nothing about the
// day.
std::string_view without_time(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == text.npos) return text;
  std::size_t cut = text.find_last_of(" Tt", colon);
  return cut == text.npos ? text : text.substr(0, cut);
}

}  // namespace

Read read_date(std::string_view cell, const DateContext& context) {
  if (cell.size() > date_bytes_max) return unreadable();
  const std::string folded = text::fold(cell);
  const std::string_view text = without_time(folded);
  if (text.empty() || is_one_of(text, absent_words) || says_nothing(text))
    return std::optional<PartialDate>{};
  if (text.find('/') != text.npos) {  // an interval as this program writes it
    if (const std::optional<PartialDate> interval = record::from_edtf(text)) return interval;
  }
  std::string separators;
  std::vector<Token> all = tokens_of(text, separators);
  std::vector<Token> tokens;
  bool is_approximate = false;
  bool has_word = false;
  for (const Token& token : all) {
    if (!token.is_number && is_one_of(token.text, approximate_words)) {
      is_approximate = true;
    } else if (token.is_number || !is_one_of(token.text, filler_words)) {
      tokens.push_back(token);
      has_word = has_word || !token.is_number;
    }
  }
  if (tokens.empty()) return unreadable();
  if (text.starts_with('-') && !has_word) return unreadable();
  if (tokens.size() == 2 && tokens[0].is_number != tokens[1].is_number) {
    const Token& number = tokens[0].is_number ? tokens[0] : tokens[1];
    const Token& word = tokens[0].is_number ? tokens[1] : tokens[0];
    if (number.text.size() == 4) {
      if (std::optional<PartialDate> season = season_of(word.text, number.value)) {
        season->approximate = is_approximate;
        return season;
      }
    }
  }
  if (has_word) return from_word_month(tokens, is_approximate);
  if (tokens.size() == 1) return from_digits(tokens[0], context, is_approximate);
  if (tokens.size() == 3)
    return from_three_numbers({tokens[0], tokens[1], tokens[2]},
                              separators.empty() ? ' ' : separators[0], context, is_approximate);
  if (tokens.size() == 2 && context.serials && tokens[0].text.size() == 5 && separators[0] == '.')
    return from_digits(tokens[0], context, is_approximate);
  if (tokens.size() == 2 && tokens[0].text.size() == 4 && tokens[1].text.size() <= 2)
    return dated(tokens[0].value, tokens[1].value, std::nullopt, is_approximate);
  if (tokens.size() == 2 && tokens[1].text.size() == 4 && tokens[0].text.size() <= 2)
    return dated(tokens[1].value, tokens[0].value, std::nullopt, is_approximate);
  if (tokens.size() == 2 && tokens[0].text.size() == 4 && tokens[1].text.size() == 4 &&
      tokens[0].value <= tokens[1].value && tokens[0].value > 0) {
    return PartialDate{record::day_number(tokens[0].value, 1, 1),
                       record::day_number(tokens[1].value, 12, 31), is_approximate};
  }
  return unreadable();
}

DayMonthOrder order_proved_by(std::string_view cell) {
  if (cell.size() > date_bytes_max) return DayMonthOrder::unknown;
  std::string separators;
  const std::vector<Token> tokens = tokens_of(cell, separators);
  if (tokens.size() != 3 || !tokens[0].is_number || !tokens[1].is_number ||
      tokens[2].text.size() != 4 || separators[0] == '.')
    return DayMonthOrder::unknown;
  if (tokens[0].value > 12 && tokens[0].value <= 31 && tokens[1].value <= 12)
    return DayMonthOrder::day_first;
  if (tokens[1].value > 12 && tokens[1].value <= 31 && tokens[0].value <= 12)
    return DayMonthOrder::month_first;
  return DayMonthOrder::unknown;
}

}  // namespace sanaq::tables
