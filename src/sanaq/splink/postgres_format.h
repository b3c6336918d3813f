// How a text says a moment in PostgreSQL's reading: to_date and to_timestamp, which Splink calls
// through its own try_cast_date and try_cast_timestamp.
#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "sanaq/splink/sql_dates.h"

namespace sanaq::splink {

// PostgreSQL reads leniently: a separator stands for any separator or none, a number before one
// takes all digits there are, a letter stands for any letter, what follows the format is passed
// over, and a part that the text does not reach has its first value ("1985" is the first day of
// 1985 in "YYYY-MM-DD").
class PostgresFormat {
 public:
  // YYYY YYY YY Y MM MON MONTH DD DDD DY DAY HH24 HH12 HH MI SS MS US AM PM, FM before and TH
  // behind them, "quoted" text. None for PostgreSQL's other words (weeks, quarters, zones, FX).
  [[nodiscard]] static std::optional<PostgresFormat> of(std::string_view format);

  // None where PostgreSQL stops with an error, which Splink's functions make null.
  [[nodiscard]] std::optional<SqlMoment> read(std::string_view text) const;

 private:
  struct Part {
    enum class Kind {
      blank_or_separator,
      letter,  // any
      year,
      year_of_century,
      month,
      month_name,
      month_short,
      day,
      day_of_year,
      weekday_name,
      weekday_short,
      hour,
      hour_of_half,
      half,  // AM, PM
      half_with_points,
      minute,
      second,
      millisecond,
      microsecond,
    };
    Kind kind = Kind::letter;
    std::size_t digits = 0;  // of a number
    bool is_filled = false;  // FM
    bool has_ending = false;
    bool is_digit = false;          // of a letter
    bool takes_all_digits = false;  // of a number before something that is none
  };
  struct Read;
  class Reader;

  std::size_t add_word(std::string_view format, bool is_filled);
  void add_letter(char letter);
  void say_who_takes_all_digits();
  static bool read_part(const Part& part, Reader& reader, Read& read);
  static bool read_word(const Part& part, Reader& reader, Read& read);

  std::vector<Part> parts_;
};

}  // namespace sanaq::splink
