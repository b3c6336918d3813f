// The words that stand in dates: months, seasons, and those that say how sure the writer was or of
// what the date is.
#pragma once
#include <optional>
#include <string_view>

namespace sanaq::tables {

enum class DateWordKind {
  other,        // no word of a date: the cell is none, or says more than a date
  month,        // value: 1 to 12
  season,       // value: its first month; winter: 12
  approximate,  // c., около, (предположительно)
  decade,       // of 1970-е and 1980s, where it stands right behind the number
  birth,        // г.р., born, туған
  death,        // died, погиб, қайтыс болған
  joining,      // of two days or years: с 16 на 17, 1975 или 1976; of one alone it is no date
  passed_over   // г., года, 16-го, Friday
};

struct DateWord {
  DateWordKind kind = DateWordKind::other;
  int value = 0;
};

// `word`: folded (text::fold), without signs; a month also as a Roman number, in Latin letters or
// the Cyrillic ones that look like them. Only whole month names, their cases and usual short forms
// in English, Russian and Kazakh (also without Kazakh letters) are months.
[[nodiscard]] DateWord date_word(std::string_view word);

}  // namespace sanaq::tables
