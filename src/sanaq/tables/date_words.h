// The words in dates: months, seasons, and words that say how sure the writer was, or what the date
// is of.
#pragma once
#include <optional>
#include <string_view>

namespace sanaq::tables {

enum class DateWordKind {
  other,        // not a word of a date: the cell is not a date, or says more than one
  month,        // value: 1 to 12
  season,       // value: its first month; winter: 12
  approximate,  // c., около, (предположительно)
  decade,       // in 1970-е and 1980s, right behind the number
  birth,        // г.р., born, туған
  death,        // died, погиб, қайтыс болған
  joining,  // between two days or years: с 16 на 17, 1975 или 1976; with one alone it is no date
  passed_over  // г., года, 16-го, Friday
};

struct DateWord {
  DateWordKind kind = DateWordKind::other;
  int value = 0;
};

// Returns the meaning of a word. `word` must be folded (text::fold), without signs. A month may
// also be a Roman number, in Latin letters or the Cyrillic ones that look like them. Only whole
// month names, their cases and usual short forms in English, Russian and Kazakh (also without
// Kazakh letters) are months.
[[nodiscard]] DateWord date_word(std::string_view word);

}  // namespace sanaq::tables
