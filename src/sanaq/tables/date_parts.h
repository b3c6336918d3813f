// The parts of a date's cell: its numbers, and what its words say.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/tables/calendar.h"

namespace sanaq::tables {

struct DateNumber {
  std::string_view text;  // digits
  int value = 0;          // 0 if there are more than eight digits
  char before = ' ';      // the first character that is not a blank between it and what precedes it
};

struct DateParts {
  std::vector<DateNumber> numbers;
  int month = 0;             // from a word; 0 if there is none
  std::size_t month_at = 0;  // how many numbers are before it
  int season = 0;            // the first month of a season; 0 if there is none
  bool has_other_word = false;
  bool is_joined = false;  // a word joins two days or years
  bool is_decade = false;  // 1970-е, 1980s
  bool is_approximate = false;
  bool is_of_birth = false;
  bool is_of_death = false;

  [[nodiscard]] bool has_word() const { return month != 0 || season != 0 || has_other_word; }
};

// `text` must be folded, with plain digits, and must outlive the parts.
[[nodiscard]] DateParts date_parts(std::string_view text, Calendar calendar);

}  // namespace sanaq::tables
