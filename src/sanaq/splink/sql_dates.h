// Moments of time as SQL reads them from text: in the form of a cell, or in a format that a model
// names.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sanaq::splink {

struct SqlMoment {
  double seconds = 0;   // since 1970-01-01, in the time of the text itself; proleptic Gregorian
  bool is_day = false;  // a date, without a time of day
  [[nodiscard]] std::int64_t day() const;
};

// A cell of a column of dates or times: "1985-2-27", "1985-02-27 10:20", "1985-02-27T10:20:30.5Z",
// "... +01:30". None for a day that does not exist or that lacks a part.
[[nodiscard]] std::optional<SqlMoment> moment_in_cell(std::string_view text);

// "1985-02-27", or with its time "1985-02-27 10:20:30".
[[nodiscard]] std::string moment_text(const SqlMoment& moment);

// How a text says a moment, taken apart once.
class MomentFormat {
 public:
  // Of strptime, in DuckDB's reading ("%d/%m/%Y": one or two digits, blanks around). None for a
  // part that it does not know, or that needs weeks or names of zones.
  [[nodiscard]] static std::optional<MomentFormat> of_strptime(std::string_view format);
  // Of Java, in Spark's reading ("dd/MM/yyyy": exactly two digits).
  [[nodiscard]] static std::optional<MomentFormat> of_java(std::string_view format);

  // None for a text that does not say a moment in this format.
  [[nodiscard]] std::optional<SqlMoment> read(std::string_view text) const;

 private:
  struct Part {
    enum class Kind {
      literal,
      blanks,  // one or more
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
      minute,
      second,
      fraction,
      offset,  // +01, +0130, +01:30
    };
    Kind kind = Kind::literal;
    char letter = 0;                  // of a literal
    std::size_t least = 1, most = 2;  // digits
    bool may_be_z = false;            // of an offset: "Z" is none
  };
  struct Read;

  bool add_strptime(std::string_view format);
  bool add_strptime(char letter);
  bool add_java(char letter, std::size_t count);
  bool read_part(const Part& part, Read& read) const;

  std::vector<Part> parts_;
  bool skips_blanks_ = false;  // before and behind
  int century_from_ = 69;      // years of a century below it are 2000 and on
  int year_otherwise_ = 1900;
};

}  // namespace sanaq::splink
