#include "sanaq/splink/postgres_format.h"

#include <algorithm>
#include <array>
#include <climits>
#include <span>
#include <string>

namespace sanaq::splink {
namespace {

bool is_digit(char c) { return '0' <= c && c <= '9'; }
bool is_blank(char c) { return c == ' ' || ('\t' <= c && c <= '\r'); }
char in_lower(char c) { return 'A' <= c && c <= 'Z' ? static_cast<char>(c + 32) : c; }
bool is_separator(char c) {
  return c > ' ' && c < 127 && !is_digit(c) && !('a' <= in_lower(c) && in_lower(c) <= 'z');
}

using Words = std::span<const std::string_view>;

constexpr std::array<std::string_view, 12> month_names = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};
constexpr std::array<std::string_view, 12> short_months = {
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};
constexpr std::array<std::string_view, 7> day_names = {"sunday",   "monday", "tuesday", "wednesday",
                                                       "thursday", "friday", "saturday"};
constexpr std::array<std::string_view, 7> short_days = {"sun", "mon", "tue", "wed",
                                                        "thu", "fri", "sat"};
constexpr std::array<std::string_view, 2> halves = {"am", "pm"};
constexpr std::array<std::string_view, 2> halves_with_points = {"a.m.", "p.m."};

constexpr std::string_view words_not_read[] = {"a.d.", "ad", "b.c.", "bc", "cc",   "ff",   "fx",
                                               "i",    "j",  "of",   "q",  "rm",   "ssss", "tzh",
                                               "tzm",  "tz", "w",    "tm", "y,yyy"};

// Of a date, in PostgreSQL; a number without signs may be read as a year as large.
constexpr int last_year = 5874897;

bool is_leap(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

int month_days(int year, int month) {
  if (month == 2) return is_leap(year) ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

// Days from 1970-01-01 to the first of the month, of any year from 0 on.
std::int64_t days_before(int year, int month) {
  const std::int64_t before = std::int64_t{year} + 399;  // whole years since the year -399
  std::int64_t days = before * 365 + before / 4 - before / 100 + before / 400 - 865259;
  for (int earlier = 1; earlier < month; ++earlier) days += month_days(year, earlier);
  return days;
}

// Years with fewer than four digits are those nearest to 2020.
int full_year(int year) {
  if (year < 70) return year + 2000;
  if (year < 100) return year + 1900;
  if (year < 520) return year + 2000;
  return year < 1000 ? year + 1000 : year;
}

bool begins_with(std::string_view text, std::string_view word) {
  return text.size() >= word.size() && std::equal(word.begin(), word.end(), text.begin(),
                                                  [](char a, char b) { return a == in_lower(b); });
}

}  // namespace

// Reads on from a place in the text.
class PostgresFormat::Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  [[nodiscard]] bool is_at_end() const { return at_ >= text_.size(); }
  void pass(std::size_t letters) {
    for (; letters > 0 && !is_at_end(); --letters) {
      ++at_;
      while (!is_at_end() && (text_[at_] & 0xC0) == 0x80) ++at_;
    }
  }
  void pass_blanks() {
    for (; !is_at_end() && is_blank(text_[at_]); ++at_) ++passed_;
  }
  void forget_passed() { passed_ = 0; }
  void take_separator() {
    --passed_;
    if (is_at_end() || !(is_blank(text_[at_]) || is_separator(text_[at_]))) return;
    ++at_;
    ++passed_;
  }
  void take_letter() {
    if (passed_ > 0)
      --passed_;
    else
      pass(1);
  }
  // With a sign, as C reads numbers; `length` is how many letters it took.
  std::optional<int> number(std::size_t digits, bool takes_all, std::size_t* length) {
    const std::size_t from = at_;
    while (!is_at_end() && is_blank(text_[at_])) ++at_;
    if (!takes_all && text_.size() - at_ < digits) return std::nullopt;
    const std::size_t end = takes_all ? text_.size() : at_ + digits;
    const std::size_t first = at_;
    const bool is_negative = text_[at_ < end ? at_ : first] == '-';
    if (at_ < end && (text_[at_] == '-' || text_[at_] == '+')) ++at_;
    const std::size_t digits_from = at_;
    long value = 0;
    for (; at_ < end && is_digit(text_[at_]); ++at_) {
      value = value * 10 + (text_[at_] - '0');
      if (value > INT_MAX) return std::nullopt;
    }
    if (at_ == digits_from || (!takes_all && at_ < end)) return std::nullopt;
    *length = at_ - from;
    return static_cast<int>(is_negative ? -value : value);
  }
  std::optional<int> word(Words words) {
    for (std::size_t place = 0; place < words.size(); ++place) {
      if (!begins_with(text_.substr(at_), words[place])) continue;
      at_ += words[place].size();
      return static_cast<int>(place);
    }
    return std::nullopt;
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
  int passed_ = 0;  // blanks and separators that no part of the format stands for
};

// 0: not said.
struct PostgresFormat::Read {
  int year = 0, month = 0, day = 0, day_of_year = 0;
  int hour = 0, minute = 0, second = 0;
  double fraction = 0;
  bool is_afternoon = false, has_twelve = false;

  [[nodiscard]] std::optional<SqlMoment> moment() const {
    int hours = hour;
    if (has_twelve) {
      if (hour < 1 || hour > 12) return std::nullopt;
      hours = hour % 12 + (is_afternoon ? 12 : 0);
    }
    if (year < 0 || hours < 0 || hours > 23 || minute < 0 || minute > 59 || second < 0 ||
        second > 59)
      return std::nullopt;
    const auto number = day_number();
    if (!number) return std::nullopt;
    return SqlMoment{
        86400.0 * static_cast<double>(*number) + hours * 3600.0 + minute * 60.0 + second + fraction,
        false};
  }

 private:
  [[nodiscard]] std::optional<std::int64_t> day_number() const {
    const int said_month = month == 0 ? 1 : month, said_day = day == 0 ? 1 : day;
    if (said_month < 1 || said_month > 12 || said_day < 1 || year > last_year) return std::nullopt;
    if (day_of_year != 0 && said_month == 1 && said_day == 1) {
      if (year == 0 || day_of_year < 1 || day_of_year > (is_leap(year) ? 366 : 365))
        return std::nullopt;
      return days_before(year, 1) + day_of_year - 1;
    }
    if (said_day > month_days(year, said_month)) return std::nullopt;
    return days_before(year, said_month) + said_day - 1;
  }
};

// Letters of the word that begins here; 0: none does. None of `parts_` is added for one that is
// not read, so that it is longer than 0 and nothing is there.
std::size_t PostgresFormat::add_word(std::string_view format, bool is_filled) {
  using Of = Part::Kind;
  struct Word {
    std::string_view word;
    Of kind;
    std::size_t digits;
  };
  static constexpr Word words[] = {{"yyyy", Of::year, 4},
                                   {"yyy", Of::year_of_century, 3},
                                   {"yy", Of::year_of_century, 2},
                                   {"y", Of::year_of_century, 1},
                                   {"month", Of::month_name, 0},
                                   {"mon", Of::month_short, 0},
                                   {"mm", Of::month, 2},
                                   {"mi", Of::minute, 2},
                                   {"ms", Of::millisecond, 3},
                                   {"us", Of::microsecond, 6},
                                   {"ddd", Of::day_of_year, 3},
                                   {"dd", Of::day, 2},
                                   {"day", Of::weekday_name, 0},
                                   {"dy", Of::weekday_short, 0},
                                   {"hh24", Of::hour, 2},
                                   {"hh12", Of::hour_of_half, 2},
                                   {"hh", Of::hour_of_half, 2},
                                   {"ss", Of::second, 2},
                                   {"am", Of::half, 0},
                                   {"pm", Of::half, 0},
                                   {"a.m.", Of::half_with_points, 0},
                                   {"p.m.", Of::half_with_points, 0}};
  for (const Word& word : words) {
    if (!begins_with(format, word.word)) continue;
    Part& part = parts_.emplace_back();
    part.kind = word.kind;
    part.digits = word.digits;
    part.is_filled = is_filled;
    part.has_ending = begins_with(format.substr(word.word.size()), "th");
    return word.word.size() + (part.has_ending ? 2 : 0);
  }
  return 0;
}

void PostgresFormat::add_letter(char letter) {
  Part& part = parts_.emplace_back();
  part.is_digit = is_digit(letter);
  if (is_blank(letter) || is_separator(letter)) part.kind = Part::Kind::blank_or_separator;
}

void PostgresFormat::say_who_takes_all_digits() {
  for (std::size_t at = 0; at < parts_.size(); ++at) {
    Part& part = parts_[at];
    const bool is_last = at + 1 == parts_.size();
    const bool is_before_digit = !is_last && (parts_[at + 1].digits > 0 || parts_[at + 1].is_digit);
    part.takes_all_digits = part.is_filled || part.has_ending || !is_before_digit;
  }
}

std::optional<PostgresFormat> PostgresFormat::of(std::string_view format) {
  PostgresFormat made;
  const auto is_refused = [](std::string_view rest) {
    const auto begins = [&](std::string_view word) { return begins_with(rest, word); };
    return std::any_of(std::begin(words_not_read), std::end(words_not_read), begins) ||
           (begins("d") && !begins("dd") && !begins("day") && !begins("dy"));
  };
  for (std::size_t at = 0; at < format.size();) {
    const bool is_filled = begins_with(format.substr(at), "fm");
    if (is_filled) at += 2;
    const std::string_view rest = format.substr(at);
    if (is_refused(rest)) return std::nullopt;
    if (const std::size_t letters = made.add_word(rest, is_filled); letters > 0) {
      at += letters;
    } else if (rest.starts_with('"')) {
      for (++at; at < format.size() && format[at] != '"'; ++at) {
        if ((format[at] & 0xC0) == 0x80) continue;
        made.parts_.emplace_back().is_digit = is_digit(format[at]);
      }
      ++at;
    } else if (!rest.empty()) {
      if ((rest.front() & 0xC0) != 0x80) made.add_letter(rest.front());
      ++at;
    }
  }
  made.say_who_takes_all_digits();
  return made;
}

bool PostgresFormat::read_word(const Part& part, Reader& reader, Read& read) {
  using Of = Part::Kind;
  const auto take = [&](Words words, int* into) {
    const auto place = reader.word(words);
    if (into != nullptr) *into = place.value_or(0) + 1;
    return place.has_value();
  };
  int half = 0;
  switch (part.kind) {
    case Of::month_name:
      return take(month_names, &read.month);
    case Of::month_short:
      return take(short_months, &read.month);
    case Of::weekday_name:
      return take(day_names, nullptr);
    case Of::weekday_short:
      return take(short_days, nullptr);
    default:
      if (!take(part.kind == Of::half ? Words(halves) : Words(halves_with_points), &half))
        return false;
      read.has_twelve = true;
      read.is_afternoon = half == 2;
      return true;
  }
}

bool PostgresFormat::read_part(const Part& part, Reader& reader, Read& read) {
  using Of = Part::Kind;
  std::size_t length = 0;
  const auto number = reader.number(part.digits, part.takes_all_digits, &length);
  if (!number) return false;
  const auto share = [&](double whole) {
    for (std::size_t at = length; at < part.digits; ++at) whole /= 10;
    return *number / whole;
  };
  switch (part.kind) {
    case Of::year:
      read.year = *number;
      return true;
    case Of::year_of_century:
      read.year = length < 4 ? full_year(*number) : *number;
      return true;
    case Of::month:
      read.month = *number;
      return true;
    case Of::day:
      read.day = *number;
      return true;
    case Of::day_of_year:
      read.day_of_year = *number;
      return true;
    case Of::hour_of_half:
      read.has_twelve = true;
      [[fallthrough]];
    case Of::hour:
      read.hour = *number;
      return true;
    case Of::minute:
      read.minute = *number;
      return true;
    case Of::second:
      read.second = *number;
      return true;
    default:
      read.fraction += share(part.kind == Of::millisecond ? 1e3 : 1e6);
      return true;
  }
}

std::optional<SqlMoment> PostgresFormat::read(std::string_view text) const {
  Reader reader(text);
  Read read;
  reader.pass_blanks();
  for (const Part& part : parts_) {
    if (reader.is_at_end()) break;
    if (part.kind == Part::Kind::blank_or_separator) {
      reader.take_separator();
      continue;
    }
    if (part.kind == Part::Kind::letter) {
      reader.take_letter();
      continue;
    }
    reader.pass_blanks();
    if (part.digits == 0 ? !read_word(part, reader, read) : !read_part(part, reader, read))
      return std::nullopt;
    if (part.has_ending) reader.pass(2);
    reader.forget_passed();
    reader.pass_blanks();
  }
  return read.moment();
}

}  // namespace sanaq::splink
