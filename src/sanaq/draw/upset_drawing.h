// Who is on which lists together, as an UpSet plot in SVG (Lex, Gehlenborg, Strobelt, Vuillemot and
// Pfister 2014).
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "sanaq/draw/voice.h"

namespace sanaq::draw {

// Persons by the exact set of lists that they are on. Bit i is list i; no column has a bit past the
// last list.
struct UpsetColumn {
  std::uint32_t listed = 0, not_covered = 0;
  std::int64_t count = 0;
};
struct Upset {
  std::size_t lists = 0;
  std::vector<UpsetColumn> columns;  // largest first
};

// Lists are named A, B, C … in the drawing and in the table beside it.
[[nodiscard]] std::string list_letter(std::size_t list);
// "at most this many columns fit": the rest stands in the table alone.
inline constexpr std::size_t upset_columns_max = 32;

// Bars upright over a matrix of dots.
[[nodiscard]] std::string upset_drawing(const Upset& upset, const Voice& voice,
                                        const std::string& id);
// The same lying down, for a narrow screen.
[[nodiscard]] std::string upset_drawing_narrow(const Upset& upset, const Voice& voice,
                                               const std::string& id);

}  // namespace sanaq::draw
