#include "sanaq/splink/sql_dates.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "sanaq/record/partial_date.h"

namespace sanaq::splink {
namespace {

constexpr double seconds_of_day = 86400;

constexpr std::array<std::string_view, 12> months = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};
constexpr std::array<std::string_view, 7> weekdays = {"sunday",   "monday", "tuesday", "wednesday",
                                                      "thursday", "friday", "saturday"};

bool is_digit(char c) { return '0' <= c && c <= '9'; }
bool is_blank(char c) { return c == ' ' || ('\t' <= c && c <= '\r'); }
char lower(char c) { return 'A' <= c && c <= 'Z' ? static_cast<char>(c + 32) : c; }

// Reads on from a place in a text.
class Cursor {
 public:
  explicit Cursor(std::string_view text) : text_(text) {}

  [[nodiscard]] bool is_at_end() const { return at_ == text_.size(); }
  [[nodiscard]] char peek() const { return is_at_end() ? '\0' : text_[at_]; }
  bool take(char letter) {
    if (peek() != letter || is_at_end()) return false;
    ++at_;
    return true;
  }
  bool take_blanks() {
    const std::size_t before = at_;
    while (!is_at_end() && is_blank(text_[at_])) ++at_;
    return at_ > before;
  }
  // As many digits as there are, up to `most`; none where there are fewer than `least`.
  std::optional<int> digits(std::size_t least, std::size_t most) {
    int number = 0;
    std::size_t count = 0;
    while (count < most && is_digit(peek())) {
      number = number * 10 + (text_[at_++] - '0');
      ++count;
    }
    digits_ = count;
    return count >= least ? std::optional(number) : std::nullopt;
  }
  [[nodiscard]] std::size_t digits_read() const { return digits_; }
  // One of the words, whatever its case, cut to `letters`; its place among them.
  template <std::size_t Count>
  std::optional<int> word(const std::array<std::string_view, Count>& words, std::size_t letters) {
    for (std::size_t place = 0; place < Count; ++place) {
      const std::string_view word = words[place].substr(0, letters);
      const std::string_view here = text_.substr(at_, word.size());
      if (!std::equal(word.begin(), word.end(), here.begin(), here.end(),
                      [](char a, char b) { return a == lower(b); }))
        continue;
      at_ += word.size();
      return static_cast<int>(place);
    }
    return std::nullopt;
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0, digits_ = 0;
};

std::optional<double> seconds_of(int year, int month, int day) {
  if (month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
  const std::int32_t number = record::day_number(year, month, day);
  const record::Day back = record::day_from_number(number);
  if (back.month != month || back.day != day) return std::nullopt;
  return seconds_of_day * number;
}

// Seconds east of Greenwich: "+01", "-0130", "+01:30".
std::optional<int> offset(Cursor& cursor) {
  const bool is_west = cursor.peek() == '-';
  if (!cursor.take('+') && !cursor.take('-')) return std::nullopt;
  const auto hours = cursor.digits(2, 2);
  if (!hours) return std::nullopt;
  int minutes = 0;
  if (cursor.take(':') || is_digit(cursor.peek())) {
    const auto read = cursor.digits(2, 2);
    if (!read) return std::nullopt;
    minutes = *read;
  }
  const int seconds = *hours * 3600 + minutes * 60;
  return is_west ? -seconds : seconds;
}

// ":20", ":20:30" or ":20:30.5" behind an hour.
std::optional<double> rest_of_time(Cursor& cursor, int hour) {
  double seconds = 0;
  if (!cursor.take(':')) return std::nullopt;
  const auto minute = cursor.digits(1, 2);
  if (!minute || hour > 23 || *minute > 59) return std::nullopt;
  if (cursor.take(':')) {
    const auto second = cursor.digits(1, 2);
    if (!second || *second > 59) return std::nullopt;
    seconds = *second;
    if (cursor.take('.')) {
      const auto fraction = cursor.digits(1, 9);
      if (!fraction) return std::nullopt;
      seconds += *fraction / std::pow(10.0, static_cast<double>(cursor.digits_read()));
    }
  }
  return hour * 3600.0 + *minute * 60.0 + seconds;
}

}  // namespace

std::int64_t SqlMoment::day() const {
  return static_cast<std::int64_t>(std::floor(seconds / seconds_of_day));
}

std::optional<SqlMoment> moment_in_cell(std::string_view text) {
  Cursor cursor(text);
  const auto year = cursor.digits(1, 4);
  if (!year || !cursor.take('-')) return std::nullopt;
  const auto month = cursor.digits(1, 2);
  if (!month || !cursor.take('-')) return std::nullopt;
  const auto day = cursor.digits(1, 2);
  if (!day) return std::nullopt;
  const auto seconds = seconds_of(*year, *month, *day);
  if (!seconds) return std::nullopt;
  if (cursor.is_at_end()) return SqlMoment{*seconds, true};
  if (!cursor.take('T') && !cursor.take_blanks()) return std::nullopt;
  const auto hour = cursor.digits(1, 2);
  if (!hour) return std::nullopt;
  auto time = rest_of_time(cursor, *hour);
  if (!time) return std::nullopt;
  cursor.take_blanks();
  if (!cursor.is_at_end() && !cursor.take('Z')) {
    const auto east = offset(cursor);
    if (!east) return std::nullopt;
    *time -= *east;
  }
  return cursor.is_at_end() ? std::optional(SqlMoment{*seconds + *time, false}) : std::nullopt;
}

std::string moment_text(const SqlMoment& moment) {
  const auto two = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
  const record::Day day = record::day_from_number(static_cast<std::int32_t>(moment.day()));
  std::string year = std::to_string(day.year);
  if (year.size() < 4) year.insert(0, 4 - year.size(), '0');
  std::string text = year + "-" + two(day.month) + "-" + two(day.day);
  if (moment.is_day) return text;
  const double rest = moment.seconds - seconds_of_day * static_cast<double>(moment.day());
  const int whole = static_cast<int>(rest);
  text += " " + two(whole / 3600) + ":" + two(whole / 60 % 60) + ":" + two(whole % 60);
  const auto micro = static_cast<int>(std::lround((rest - whole) * 1e6));
  if (micro == 0) return text;
  std::string digits = std::to_string(1000000 + micro).substr(1);
  digits.erase(digits.find_last_not_of('0') + 1);
  return text + "." + digits;
}

bool MomentFormat::add_strptime(char letter) {
  using Of = Part::Kind;
  const auto add = [&](Of kind, std::size_t most = 2) {
    parts_.push_back({kind, 0, 1, most, false});
    return true;
  };
  switch (letter) {
    case 'Y':
      return add(Of::year, 4);
    case 'y':
      return add(Of::year_of_century);
    case 'm':
      return add(Of::month);
    case 'd':
      return add(Of::day);
    case 'j':
      return add(Of::day_of_year, 3);
    case 'B':
      return add(Of::month_name);
    case 'b':
      return add(Of::month_short);
    case 'A':
      return add(Of::weekday_name);
    case 'a':
      return add(Of::weekday_short);
    case 'H':
      return add(Of::hour);
    case 'I':
      return add(Of::hour_of_half);
    case 'p':
      return add(Of::half);
    case 'M':
      return add(Of::minute);
    case 'S':
      return add(Of::second);
    case 'g':
      return add(Of::fraction, 3);
    case 'f':
      return add(Of::fraction, 6);
    case 'n':
      return add(Of::fraction, 9);
    case 'z':
      return add(Of::offset);
    case 'x':
      return add_strptime("%Y-%m-%d");
    case 'X':
      return add_strptime("%H:%M:%S");
    case 'c':
      return add_strptime("%Y-%m-%d %H:%M:%S");
    case '%':
      parts_.push_back({Of::literal, '%', 0, 0, false});
      return true;
    default:
      return false;
  }
}

bool MomentFormat::add_strptime(std::string_view format) {
  for (std::size_t at = 0; at < format.size(); ++at) {
    const char letter = format[at];
    if (letter == '%') {
      if (at + 1 < format.size() && format[at + 1] == '-') ++at;  // unpadded: read alike
      if (++at >= format.size() || !add_strptime(format[at])) return false;
    } else if (!is_blank(letter)) {
      parts_.push_back({Part::Kind::literal, letter, 0, 0, false});
    } else if (parts_.empty() || parts_.back().kind != Part::Kind::blanks) {
      parts_.push_back({Part::Kind::blanks, 0, 0, 0, false});
    }
  }
  return true;
}

std::optional<MomentFormat> MomentFormat::of_strptime(std::string_view format) {
  MomentFormat made;
  made.skips_blanks_ = true;
  return made.add_strptime(format) ? std::optional(made) : std::nullopt;
}

bool MomentFormat::add_java(char letter, std::size_t count) {
  using Of = Part::Kind;
  const auto add = [&](Of kind, std::size_t least, std::size_t most) {
    parts_.push_back({kind, 0, least, most, letter == 'X'});
    return true;
  };
  // One letter: as many digits as there are; several: exactly so many.
  const auto number = [&](Of kind, std::size_t letters_most) {
    return count <= letters_most && add(kind, count, count == 1 ? 9 : count);
  };
  switch (letter) {
    case 'y':
    case 'u':
      if (count == 2) return add(Of::year_of_century, 2, 2);
      return (count == 1 || count == 4) && add(Of::year, count, 4);
    case 'M':
    case 'L':
      if (count == 3) return add(Of::month_short, 0, 0);
      if (count == 4) return add(Of::month_name, 0, 0);
      return number(Of::month, 2);
    case 'd':
      return number(Of::day, 2);
    case 'D':
      return number(Of::day_of_year, 3);
    case 'H':
      return number(Of::hour, 2);
    case 'h':
      return number(Of::hour_of_half, 2);
    case 'm':
      return number(Of::minute, 2);
    case 's':
      return number(Of::second, 2);
    case 'S':
      return count <= 9 && add(Of::fraction, 1, count);
    case 'a':
      return count == 1 && add(Of::half, 0, 0);
    case 'E':
      return count <= 4 && add(count == 4 ? Of::weekday_name : Of::weekday_short, 0, 0);
    case 'X':
    case 'x':
      return count <= 3 && add(Of::offset, 0, 0);
    default:
      return false;
  }
}

std::optional<MomentFormat> MomentFormat::of_java(std::string_view format) {
  MomentFormat made;
  made.century_from_ = 100;
  made.year_otherwise_ = 1970;
  const auto literal = [&](char letter) {
    made.parts_.push_back({Part::Kind::literal, letter, 0, 0, false});
  };
  for (std::size_t at = 0; at < format.size();) {
    const char letter = format[at];
    if (letter == '\'') {
      const std::size_t end = format.find('\'', at + 1);
      if (end == format.npos) return std::nullopt;
      if (end == at + 1) literal('\'');
      for (std::size_t quoted = at + 1; quoted < end; ++quoted) literal(format[quoted]);
      at = end + 1;
      continue;
    }
    if (std::string_view("[]{}#%").find(letter) != std::string_view::npos) return std::nullopt;
    if (lower(letter) < 'a' || lower(letter) > 'z') {
      literal(letter);
      ++at;
      continue;
    }
    const std::size_t end = std::min(format.find_first_not_of(letter, at), format.size());
    if (!made.add_java(letter, end - at)) return std::nullopt;
    at = end;
  }
  return made;
}

struct MomentFormat::Read {
  Cursor cursor;
  int year, month = 1, day = 1, day_of_year = 0;
  int hour = 0, minute = 0, second = 0, east = 0;
  double fraction = 0;
  std::optional<bool> is_afternoon = {};
  bool has_twelve = false;  // its hour is that of a half

  [[nodiscard]] std::optional<double> seconds() const {
    auto begin = seconds_of(year, month, day);
    if (day_of_year > 0) {
      begin = seconds_of(year, 1, 1);
      if (day_of_year > (seconds_of(year, 2, 29) ? 366 : 365)) return std::nullopt;
      *begin += seconds_of_day * (day_of_year - 1);
    }
    if (!begin || hour > 23 || minute > 59 || second > 59) return std::nullopt;
    int hours = hour;
    if (has_twelve) {
      if (hour < 1 || hour > 12) return std::nullopt;
      hours = hour % 12 + (is_afternoon.value_or(false) ? 12 : 0);
    }
    return *begin + hours * 3600.0 + minute * 60.0 + second + fraction - east;
  }
};

bool MomentFormat::read_part(const Part& part, Read& read) const {
  using Of = Part::Kind;
  Cursor& cursor = read.cursor;
  const auto take = [&](int& into, int plus = 0) {
    const auto number = cursor.digits(part.least, part.most);
    into = number.value_or(0) + plus;
    return number.has_value();
  };
  const auto take_word = [&](const auto& words, std::size_t letters, int& into) {
    const auto place = cursor.word(words, letters);
    into = place.value_or(0) + 1;
    return place.has_value();
  };
  int weekday = 0;  // may be a wrong one: only the date counts
  constexpr std::size_t whole = 20;
  switch (part.kind) {
    case Of::literal:
      return cursor.take(part.letter);
    case Of::blanks:
      return cursor.take_blanks();
    case Of::year:
      return take(read.year);
    case Of::year_of_century:
      if (!take(read.year)) return false;
      read.year += read.year < century_from_ ? 2000 : 1900;
      return true;
    case Of::month:
      return take(read.month);
    case Of::month_name:
      return take_word(months, whole, read.month);
    case Of::month_short:
      return take_word(months, 3, read.month);
    case Of::day:
      return take(read.day);
    case Of::day_of_year:
      return take(read.day_of_year) && read.day_of_year > 0;
    case Of::weekday_name:
      return take_word(weekdays, whole, weekday);
    case Of::weekday_short:
      return take_word(weekdays, 3, weekday);
    case Of::hour:
      return take(read.hour);
    case Of::hour_of_half:
      read.has_twelve = true;
      return take(read.hour);
    case Of::minute:
      return take(read.minute);
    case Of::second:
      return take(read.second);
    case Of::half: {
      int half = 0;
      if (!take_word(std::array<std::string_view, 2>{"am", "pm"}, 2, half)) return false;
      read.is_afternoon = half == 2;
      return true;
    }
    case Of::fraction: {
      const auto number = cursor.digits(1, part.most);
      if (!number) return false;
      read.fraction = *number / std::pow(10.0, static_cast<double>(cursor.digits_read()));
      return true;
    }
    case Of::offset: {
      if (part.may_be_z && cursor.take('Z')) return true;
      const auto east = offset(cursor);
      read.east = east.value_or(0);
      return east.has_value();
    }
  }
  return false;
}

std::optional<SqlMoment> MomentFormat::read(std::string_view text) const {
  Read read{.cursor = Cursor(text), .year = year_otherwise_};
  if (skips_blanks_) read.cursor.take_blanks();
  for (const Part& part : parts_) {
    if (!read_part(part, read)) return std::nullopt;
  }
  if (skips_blanks_) read.cursor.take_blanks();
  if (!read.cursor.is_at_end()) return std::nullopt;
  const auto seconds = read.seconds();
  return seconds ? std::optional(SqlMoment{*seconds, false}) : std::nullopt;
}

}  // namespace sanaq::splink
