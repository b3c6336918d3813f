// A date's cell taken apart: its numbers, and what its words say.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/tables/calendar.h"

namespace sanaq::tables {

struct DateNumber {
  std::string_view text;  // digits
  int value = 0;          // 0 where they are more than eight
  char before = ' ';      // the first sign other than a blank between it and what stands before it
};

struct DateParts {
  std::vector<DateNumber> numbers;
  int month = 0;             // of a word; 0: none
  std::size_t month_at = 0;  // so many numbers stand before it
  int season = 0;            // first month of one; 0: none
  bool has_other_word = false;
  bool is_joined = false;  // a word joins two days or years
  bool is_decade = false;  // 1970-е, 1980s
  bool is_approximate = false;
  bool is_of_birth = false;
  bool is_of_death = false;

  [[nodiscard]] bool has_word() const { return month != 0 || season != 0 || has_other_word; }
};

// `text`: folded, digits plain; it must outlive the parts.
[[nodiscard]] DateParts date_parts(std::string_view text, Calendar calendar);

}  // namespace sanaq::tables
