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
// The first of occupations(): those of the strikers.
inline constexpr std::size_t oil_occupations = 5;

// How many names there are. `few`: some hundreds, each as frequent, so that a large town is full of
// namesakes. `many`: tens of thousands, the k-th about 1/k as frequent as the first (Zipf), as in a
// large country.
enum class NamePool { few, many };

// A man's family name; women's take "а" at the end.
[[nodiscard]] std::string draw_kazakh_family(NamePool pool, num::Rng& random);
[[nodiscard]] std::string draw_russian_family(NamePool pool, num::Rng& random);
[[nodiscard]] std::string draw_kazakh_given(NamePool pool, bool is_female, num::Rng& random);
[[nodiscard]] std::string_view draw_russian_given(NamePool pool, bool is_female, num::Rng& random);
[[nodiscard]] const FatherName& draw_russian_father(NamePool pool, num::Rng& random);

}  // namespace sanaq::simulate
