// Names, places and occupations of an invented town. Given names are ordinary ones; Kazakh family
// names are put together from two parts, so that no list of real people stands behind them.
#pragma once
#include <span>
#include <string>
#include <string_view>

#include "sanaq/num/rng.h"

namespace sanaq::simulate {

// In the three spellings in which every clerk knows it: places, occupations.
struct Word {
  std::string_view kazakh, russian, english;
};

// A Russian man's name and what it makes of his children.
struct FatherName {
  std::string_view name, son, daughter;
};

[[nodiscard]] std::span<const std::string_view> kazakh_given(bool is_female);
[[nodiscard]] std::span<const std::string_view> russian_given(bool is_female);
[[nodiscard]] std::span<const FatherName> russian_fathers();
[[nodiscard]] std::span<const Word> places();
[[nodiscard]] std::span<const Word> occupations();
inline constexpr std::size_t oil_occupations =
    5;  // the first of occupations(): those of the strikers

// A man's family name; women's take "а" at the end.
[[nodiscard]] std::string draw_kazakh_family(num::Rng& random);
[[nodiscard]] std::string draw_russian_family(num::Rng& random);

}  // namespace sanaq::simulate
