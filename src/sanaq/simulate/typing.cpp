#include "sanaq/simulate/typing.h"

#include <utility>

#include "sanaq/record/partial_date.h"
#include "sanaq/simulate/letters.h"

namespace sanaq::simulate {
namespace {

char32_t any_letter_like(char32_t letter, num::Rng& random) {
  const bool is_latin = lower(letter) >= U'a' && lower(letter) <= U'z';
  const auto drawn =
      static_cast<char32_t>(is_latin ? U'a' + random.below(26) : U'а' + random.below(32));
  return is_upper(letter) ? upper(drawn) : drawn;
}

}  // namespace

std::string mistyped(std::string_view word, num::Rng& random) {
  std::u32string letters = to_letters(word);
  if (letters.size() < 3) return std::string(word);
  const bool spares_first = random.uniform() < 0.75;
  const std::size_t at =
      spares_first ? 1 + random.below(letters.size() - 1) : random.below(letters.size());
  switch (random.below(4)) {
    case 0:
      letters.erase(at, 1);
      break;
    case 1:
      letters.insert(at, 1, lower(letters[at]));
      break;
    case 2: {
      const std::size_t other = at + 1 < letters.size() ? at + 1 : at - 1;
      const char32_t kept = letters[at];
      letters[at] = is_upper(letters[at]) ? upper(letters[other]) : lower(letters[other]);
      letters[other] = is_upper(letters[other]) ? upper(kept) : lower(kept);
      break;
    }
    default:
      letters[at] = any_letter_like(letters[at], random);
  }
  return to_text(letters);
}

std::int32_t misread_day(std::int32_t day, num::Rng& random) {
  const record::Day read = record::day_from_number(day);
  return record::day_number(read.year, read.month, 1 + static_cast<int>(random.below(28)));
}

}  // namespace sanaq::simulate
