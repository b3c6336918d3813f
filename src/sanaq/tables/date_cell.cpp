#include "sanaq/tables/date_cell.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>

#include "sanaq/tables/cell_text.h"
#include "sanaq/tables/date_parts.h"
#include "sanaq/tables/digits.h"
#include "sanaq/tables/limits.h"
#include "sanaq/text/fold.h"

namespace sanaq::tables {
namespace {

using base::message;
using base::Problem;
using record::PartialDate;
using Read = base::Result<std::optional<PartialDate>>;

constexpr std::array<std::string_view, 22> absent_words = {
    "-",           "--",         "—",    "–",        "?",         "??",         "n/a",   "na",
    "nan",         "null",       "none", "unknown",  "not known", "неизвестно", "неизв", "неизв.",
    "не известно", "нет данных", "нет",  "белгісіз", "жоқ",       "х"};

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

Problem unreadable() {
  return {message("this is not a date that can be read"),
          message("write it as 2011-12-16, 16.12.2011, 2011-12 or 2011, or leave the cell empty")};
}

Problem no_such_day() {
  return {message("there is no such day"),
          message("compare the cell with its source and correct it")};
}

Problem no_year() {
  return {message("the date has no year"),
          message("write it with its year, as 2011-12-16 or 16.12.2011, or leave the cell empty")};
}

Problem no_bare_date() {
  return {message("a number alone is a date only as a year, or as a spreadsheet's day of five "
                  "digits"),
          message("write the date as 2011-12-16, or the year with four digits; an age belongs in "
                  "its own column")};
}

Problem two_digit_year() {
  return {message("the year has two digits; its century is not guessed"),
          message("write the year with four digits, or say under this list in investigation.toml "
                  "from which year its hundred years begin:  century = 1900")};
}

Problem day_or_year() {
  return {message("the number beside the month may be its day or a year of two digits"),
          message("write the year with four digits")};
}

Problem day_or_month() {
  return {message("day and month cannot be told apart, and nothing else in the column tells"),
          message("write the month as a word, or the date as 2011-12-16; or say under this list in "
                  "investigation.toml which comes first:  dates = \"dmy\"  (or mdy, ymd)")};
}

tl::unexpected<Problem> problem(Problem (*why)()) { return tl::unexpected(why()); }

// The one year of the window that ends in these two digits.
std::optional<int> whole_year(int ending, const DateContext& context) {
  if (!context.two_digit_years) return std::nullopt;
  const auto [first, last] = *context.two_digit_years;
  int year = first / 100 * 100 + ending;
  if (year < first) year += 100;
  if (year > last || year + 100 <= last) return std::nullopt;
  return year;
}

// A cell that has been taken apart.
class Reading {
 public:
  Reading(const DateParts& parts, const DateContext& context) : parts_(parts), context_(context) {}

  [[nodiscard]] Read read() const {
    if (parts_.has_other_word || (parts_.season != 0 && parts_.month != 0))
      return problem(unreadable);
    if ((parts_.is_of_birth && context_.of == DateOf::death) ||
        (parts_.is_of_death && context_.of == DateOf::birth)) {
      return tl::unexpected(Problem{message("this speaks of another day than its column does"),
                                    message("birth and death belong in columns of their own")});
    }
    if (parts_.numbers.empty()) return problem(parts_.month != 0 ? no_year : unreadable);
    Read date = parts_.season != 0 ? season() : parts_.month != 0 ? with_word_month() : numbers();
    if (date && *date) {
      if (parts_.is_joined && !joins_two(**date)) return problem(unreadable);
      (*date)->approximate = (*date)->approximate || parts_.is_approximate;
    }
    return date;
  }

 private:
  // с 16 на 17 декабря 2011, 1975 или 1976; "с 2011" is no date.
  [[nodiscard]] bool joins_two(const PartialDate& date) const {
    const auto& numbers = parts_.numbers;
    if (numbers.size() == 2) return numbers[0].text.size() == 4 && numbers[1].text.size() == 4;
    return numbers.size() > 2 && date.first_day != date.last_day;
  }

  [[nodiscard]] Read dated(int year, std::optional<int> month, std::optional<int> day) const {
    if (month == 0) month = day = std::nullopt;  // a day without its month says no more than a year
    if (day == 0) day = std::nullopt;            // 00.12.2011: the typist's "day not known"
    const auto date = date_in(context_.calendar, year, month, day);
    if (!date) return problem(no_such_day);
    return date;
  }

  // From the beginning of the one to the end of the other.
  [[nodiscard]] Read from_to(const Read& first, const Read& last) const {
    if (!first) return first;
    if (!last) return last;
    if (!*first || !*last || (*first)->first_day > (*last)->last_day) return problem(unreadable);
    return PartialDate{(*first)->first_day, (*last)->last_day, false};
  }

  // Seasons as their widest reading: "winter 2011" may mean the one before it or behind it, and is
  // all of both.
  [[nodiscard]] Read season() const {
    if (parts_.numbers.size() != 1 || parts_.numbers[0].text.size() != 4 ||
        context_.calendar != Calendar::gregorian)
      return problem(unreadable);
    const int year = parts_.numbers[0].value;
    if (year < 2 || year > 9998) return problem(no_such_day);
    if (parts_.season == 12)
      return PartialDate{record::day_number(year - 1, 12, 1),
                         record::day_number(year + 1, 3, 1) - 1};
    return PartialDate{record::day_number(year, parts_.season, 1),
                       record::day_number(year, parts_.season + 3, 1) - 1};
  }

  [[nodiscard]] Read with_word_month() const {
    std::vector<DateNumber> days;
    std::optional<int> year;
    std::size_t before = 0;  // of the days, so many stand before the month
    for (std::size_t at = 0; at < parts_.numbers.size(); ++at) {
      const DateNumber& number = parts_.numbers[at];
      if (number.text.size() == 4) {
        if (year) return problem(unreadable);
        year = number.value;
      } else if (number.text.size() <= 2) {
        days.push_back(number);
        before += at < parts_.month_at ? 1 : 0;
      } else {
        return problem(unreadable);
      }
    }
    if (!year) return with_two_digit_year(days, before);
    if (days.empty()) return dated(*year, parts_.month, std::nullopt);
    if (days.size() == 1) return dated(*year, parts_.month, days[0].value);
    if (days.size() > 2 || (days[1].before != '-' && !parts_.is_joined)) return problem(unreadable);
    return from_to(dated(*year, parts_.month, days[0].value),
                   dated(*year, parts_.month, days[1].value));
  }

  [[nodiscard]] Read with_two_digit_year(const std::vector<DateNumber>& numbers,
                                         std::size_t before) const {
    constexpr int days_max = 31;
    if (numbers.size() == 1) {
      if (numbers[0].value <= days_max) return problem(before == 1 ? no_year : day_or_year);
      const auto year = whole_year(numbers[0].value, context_);
      if (!year) return problem(two_digit_year);
      return dated(*year, parts_.month, std::nullopt);
    }
    if (numbers.size() != 2 || before == 2) return problem(unreadable);
    const bool is_year_first =
        context_.order == DayMonthOrder::year_first || numbers[0].value > days_max;
    const auto year = whole_year(numbers[is_year_first ? 0 : 1].value, context_);
    if (!year) return problem(two_digit_year);
    return dated(*year, parts_.month, numbers[is_year_first ? 1 : 0].value);
  }

  [[nodiscard]] Read numbers() const {
    const std::span<const DateNumber> all(parts_.numbers);
    switch (all.size()) {
      case 1:
        return parts_.is_decade ? decade(all[0]) : one(all[0]);
      case 2:
        return two(all[0], all[1]);
      case 3:
        return three(all);
      case 4:  // 16-17.12.2011
        if (all[1].before != '-' || all[2].before != '.' || all[3].before != '.' ||
            all[0].text.size() > 2)
          return problem(unreadable);
        return from_to(three(std::array{all[0], all[2], all[3]}), three(all.subspan(1)));
      case 5:  // 16.12.2011 21.30
        if (all[4].before != '.' || all[3].before != ' ' || all[3].value > 23 || all[4].value > 59)
          return problem(unreadable);
        return three(all.first(3));
      case 6:
        return from_to(three(all.first(3)), three(all.last(3)));
      default:
        return problem(unreadable);
    }
  }

  [[nodiscard]] Read decade(const DateNumber& number) const {
    const std::optional<int> year = number.text.size() == 4 ? std::optional<int>(number.value)
                                                            : whole_year(number.value, context_);
    if (!year) return problem(two_digit_year);
    return from_to(dated(*year, std::nullopt, std::nullopt),
                   dated(*year + 9, std::nullopt, std::nullopt));
  }

  [[nodiscard]] Read one(const DateNumber& number) const {
    constexpr int bare_year_max = 2700, serial_min = 10000, serial_max = 80000;
    if (number.text.find_first_not_of('0') == number.text.npos) return std::optional<PartialDate>{};
    const std::size_t length = number.text.size();
    if (length == 4 && !(context_.serials && number.value > bare_year_max))
      return dated(number.value, std::nullopt, std::nullopt);
    if (context_.serials && length == 5 && number.value >= serial_min &&
        number.value < serial_max) {
      const std::int32_t origin =
          context_.since_1904 ? record::day_number(1904, 1, 1) : record::day_number(1899, 12, 30);
      return PartialDate{origin + number.value, origin + number.value, false};
    }
    if (length == 8) {
      const Read date = dated(number.value / 10000, number.value / 100 % 100, number.value % 100);
      return date ? date : problem(unreadable);
    }
    if (length == 2) {
      if (const auto year = whole_year(number.value, context_))
        return dated(*year, std::nullopt, std::nullopt);
      if (!context_.serials) return problem(two_digit_year);
    }
    return problem(context_.serials ? no_bare_date : unreadable);
  }

  [[nodiscard]] Read two(const DateNumber& left, const DateNumber& right) const {
    constexpr int months = 12, days_max = 31;
    const std::size_t first = left.text.size(), second = right.text.size();
    if (context_.serials && first == 5 && (right.before == '.' || right.before == ','))
      return one(left);  // with the time of day
    if (first == 4 && second == 4)
      return left.value == 0 ? Read(problem(unreadable))
                             : from_to(dated(left.value, std::nullopt, std::nullopt),
                                       dated(right.value, std::nullopt, std::nullopt));
    if (first == 4 && second == 2 && right.value > months) {  // 1975/76
      const int last = left.value / 100 * 100 + right.value;
      if (last <= left.value || (right.before != '/' && right.before != '-'))
        return problem(no_such_day);
      return from_to(dated(left.value, std::nullopt, std::nullopt),
                     dated(last, std::nullopt, std::nullopt));
    }
    if (first == 4 && second <= 2) return dated(left.value, right.value, std::nullopt);
    if (first > 2) return problem(unreadable);
    if (second == 4) return dated(right.value, left.value, std::nullopt);
    if (second > 2) return problem(unreadable);
    const bool is_something = left.value > 0 && right.value > 0;
    if (is_something && left.value <= months && right.value > days_max) {  // 12.85
      const auto year = whole_year(right.value, context_);
      return year ? dated(*year, left.value, std::nullopt) : problem(two_digit_year);
    }
    const bool is_day = is_something && (left.value <= months || right.value <= months) &&
                        left.value <= days_max && right.value <= days_max;
    if (is_day) return problem(no_year);
    return problem(context_.serials && right.before == '.' ? no_bare_date : unreadable);
  }

  [[nodiscard]] Read three(std::span<const DateNumber> part) const {
    const std::size_t first = part[0].text.size(), second = part[1].text.size(),
                      third = part[2].text.size();
    if (second > 2 || part[1].value > 31) return problem(second > 2 ? unreadable : no_such_day);
    if (first == 4 && third <= 2) return dated(part[0].value, part[1].value, part[2].value);
    if (first > 2 || (third != 4 && third > 2)) return problem(unreadable);
    if (third != 4) return three_of_two_digits(part);
    if (part[2].value == 0) {
      if (part[0].value != 0 || part[1].value != 0) return problem(no_year);
      return std::optional<PartialDate>{};
    }
    return by_order(part[2].value, part[0], part[1]);
  }

  // Day and month, in whichever order.
  [[nodiscard]] Read by_order(int year, const DateNumber& left, const DateNumber& right) const {
    const DayMonthOrder order = context_.order;
    const int first = left.value, second = right.value;
    const bool is_said = context_.is_order_said &&
                         (order == DayMonthOrder::day_first || order == DayMonthOrder::month_first);
    const bool is_dotted = right.before == '.' && !is_said;
    if (is_dotted || first > 12 || first == second || order == DayMonthOrder::day_first)
      return second > 12 && first <= 12 && is_said ? dated(year, first, second)
                                                   : dated(year, second, first);
    if (second > 12 || order == DayMonthOrder::month_first) return dated(year, first, second);
    return problem(day_or_month);
  }

  [[nodiscard]] Read three_of_two_digits(std::span<const DateNumber> part) const {
    constexpr int days_max = 31;
    if (part[0].value == 0 && part[1].value == 0 && part[2].value == 0)
      return std::optional<PartialDate>{};
    const DayMonthOrder order = context_.order;
    const bool is_dotted = part[1].before == '.';
    const bool is_year_first = order == DayMonthOrder::year_first || part[0].value > days_max;
    const auto year = whole_year(part[is_year_first ? 0 : 2].value, context_);
    // 16/12/11 may be of 1916 or of 2016, too.
    const bool may_be_either = !is_year_first && !is_dotted && order == DayMonthOrder::unknown &&
                               part[2].value <= days_max && part[1].value <= 12;
    if (!year && (is_year_first || !may_be_either)) return problem(two_digit_year);
    if (is_year_first) return dated(*year, part[1].value, part[2].value);
    if (may_be_either) return problem(context_.two_digit_years ? day_or_month : two_digit_year);
    return by_order(*year, part[0], part[1]);
  }

  const DateParts& parts_;
  const DateContext& context_;
};

// A time of day behind the date ("2011-12-16 00:00:00", "2011-12-16T09:00Z") says nothing about the
// day.
std::string_view without_time(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == text.npos) return text;
  const std::size_t cut = text.find_last_of(" Tt", colon);
  return cut == text.npos ? text : text.substr(0, cut);
}

void replace_all(std::string& text, std::string_view what, std::string_view with) {
  for (std::size_t at = text.find(what); at != text.npos; at = text.find(what, at + with.size()))
    text.replace(at, what.size(), with);
}

// Folded, with plain digits, dashes and apostrophes.
std::string plain_text(std::string_view cell) {
  if (!is_beyond_ascii(cell)) return text::fold(cell);
  std::string folded = text::fold(with_plain_digits(cell));
  if (folded.find('\xE2') != folded.npos) {  // with which all of these begin
    for (const std::string_view dash : {"–", "—", "−", "‐", "‑", "‒"})
      replace_all(folded, dash, "-");
    replace_all(folded, "’", "'");
  }
  return folded;
}

// l6.12.2О11 with digits for the letters that look like them, where nothing but such letters stands
// among digits; empty where there is none.
std::string with_digits_for_letters(std::string_view text) {
  static constexpr std::array<std::pair<std::string_view, char>, 10> alike = {{{"l", '1'},
                                                                               {"i", '1'},
                                                                               {"|", '1'},
                                                                               {"і", '1'},
                                                                               {"ı", '1'},
                                                                               {"o", '0'},
                                                                               {"о", '0'},
                                                                               {"ο", '0'},
                                                                               {"з", '3'},
                                                                               {"б", '6'}}};
  if (std::none_of(text.begin(), text.end(), is_digit)) return "";
  std::string mended;
  bool is_mended = false;
  for (std::size_t at = 0; at < text.size();) {
    std::string run;
    std::size_t end = at;
    bool has_digit = false, has_letter = false;
    for (bool goes_on = true; goes_on && end < text.size();) {
      goes_on = is_digit(text[end]);
      if (goes_on) {
        has_digit = true;
        run += text[end++];
        continue;
      }
      for (const auto& [letter, digit] : alike) {
        if (!text.substr(end).starts_with(letter)) continue;
        has_letter = goes_on = true;
        run += digit;
        end += letter.size();
        break;
      }
    }
    const bool is_mixed = has_digit && has_letter;
    is_mended = is_mended || is_mixed;
    if (end == at) ++end;
    mended += is_mixed ? std::string_view(run) : text.substr(at, end - at);
    at = end;
  }
  return is_mended ? mended : std::string();
}

Read read_plain(std::string_view text, const DateContext& context) {
  if (context.calendar == Calendar::gregorian && text.find('/') != text.npos) {
    // an interval as this program writes it
    if (const std::optional<PartialDate> interval = record::from_edtf(text)) return interval;
  }
  const DateParts parts = date_parts(text, context.calendar);
  if (text.starts_with('-') && !parts.has_word()) return problem(unreadable);
  return Reading(parts, context).read();
}

int number_at(std::string_view cell, std::size_t at, std::size_t length) {
  int value = 0;
  for (std::size_t digit = at; digit < at + length; ++digit) {
    if (!is_digit(cell[digit])) return -1;
    value = value * 10 + (cell[digit] - '0');
  }
  return value;
}

// Most dates are 2011-12-16 or 16.12.2011, and are read at a glance.
std::optional<PartialDate> usual_date(std::string_view cell, const DateContext& context) {
  constexpr std::size_t length = 10;
  if (cell.size() != length || context.calendar != Calendar::gregorian) return std::nullopt;
  const bool is_iso = cell[4] == '-' && cell[7] == '-';
  const bool is_dotted = cell[2] == '.' && cell[5] == '.' && !context.is_order_said;
  if (!is_iso && !is_dotted) return std::nullopt;
  const int year = number_at(cell, is_iso ? 0 : 6, 4), month = number_at(cell, is_iso ? 5 : 3, 2),
            day = number_at(cell, is_iso ? 8 : 0, 2);
  if (year < 1 || month < 1 || day < 1) return std::nullopt;
  return record::make_date(year, month, day);
}

// A spreadsheet's dates are Gregorian days whatever the list's calendar is. Years before 1900,
// which those of hijri and jalali lists are, it keeps as texts; a Buddhist year it takes for a
// Gregorian one.
bool is_gregorian_anyway(std::string_view cell, const DateContext& context) {
  constexpr std::size_t length = 10;
  constexpr int first_year = 1900, last_year = 2200;
  if (context.calendar == Calendar::gregorian || !context.serials || cell.size() != length ||
      cell[4] != '-' || cell[7] != '-')
    return false;
  const int year = number_at(cell, 0, 4);
  return year >= first_year && year <= last_year;
}

}  // namespace

Read read_date(std::string_view cell, const DateContext& context) {
  if (const auto usual = usual_date(cell, context)) return usual;
  if (is_gregorian_anyway(cell, context)) {
    DateContext gregorian = context;
    gregorian.calendar = Calendar::gregorian;
    return read_date(cell, gregorian);
  }
  if (cell.size() > date_bytes_max) return problem(unreadable);
  const std::string plain = plain_text(cell);
  const std::string_view text = without_time(plain);
  if (text.empty() || says_nothing(text)) return std::optional<PartialDate>{};
  for (const std::string_view absent : absent_words) {
    if (text == absent) return std::optional<PartialDate>{};
  }
  Read date = read_plain(text, context);
  if (date || date.error() != unreadable()) return date;
  const std::string mended = with_digits_for_letters(text);
  if (mended.empty()) return date;
  const Read meant = read_plain(mended, context);
  if (!meant || !*meant) return date;
  return tl::unexpected(
      Problem{message("letters stand here in place of digits; in digits it would be {}",
                      record::to_edtf(**meant)),
              message("compare the cell with its source, and write the date in digits")});
}

bool lacks_century(std::string_view cell, const DateContext& context) {
  if (read_date(cell, context)) return false;
  DateContext some = context;
  constexpr std::array<YearWindow, 2> centuries = {{{1900, 1999}, {2000, 2099}}};
  for (const YearWindow& century : centuries) {
    some.two_digit_years = century;
    const Read date = read_date(cell, some);
    if (date && *date) return true;
  }
  return false;
}

DayMonthOrder order_proved_by(std::string_view cell) {
  if (cell.size() > date_bytes_max) return DayMonthOrder::unknown;
  const std::string plain = is_beyond_ascii(cell) ? with_plain_digits(cell) : std::string();
  const std::string_view text = plain.empty() ? cell : std::string_view(plain);
  std::array<int, 3> value{};
  std::array<std::size_t, 3> length{};
  std::size_t at = 0;
  for (std::size_t part = 0; part < 3; ++part) {
    const std::size_t end = at;
    while (at < text.size() && text[at] == ' ') ++at;
    if (part > 0 && at < text.size() && std::string_view("/-,").find(text[at]) != text.npos) {
      ++at;
      while (at < text.size() && text[at] == ' ') ++at;
    }
    if (part > 0 && at == end) return DayMonthOrder::unknown;
    while (at < text.size() && is_digit(text[at]) && length[part] < 5) {
      value[part] = value[part] * 10 + (text[at++] - '0');
      ++length[part];
    }
    if (length[part] == 0 || (part < 2 && length[part] > 2)) return DayMonthOrder::unknown;
  }
  if (length[2] != 4 || (at < text.size() && text[at] != ' ' && text[at] != ','))
    return DayMonthOrder::unknown;
  if (value[0] > 12 && value[0] <= 31 && value[1] <= 12) return DayMonthOrder::day_first;
  if (value[1] > 12 && value[1] <= 31 && value[0] <= 12) return DayMonthOrder::month_first;
  return DayMonthOrder::unknown;
}

}  // namespace sanaq::tables
