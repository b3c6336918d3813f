// Who is on which lists together, as an UpSet plot in SVG (Lex, Gehlenborg, Strobelt, Vuillemot and
// Pfister 2014).
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "sanaq/draw/voice.h"

namespace sanaq::draw {

// The number of persons on one exact set of lists. Bit i is list i; no column has a bit past the
// last list.
struct UpsetColumn {
  std::uint32_t listed = 0, not_covered = 0;
  std::int64_t count = 0;
};
struct Upset {
  std::size_t lists = 0;
  std::vector<UpsetColumn> columns;  // largest first
};

// Returns the letter of a list in the drawing and in the table beside it: A, B, C, …
[[nodiscard]] std::string list_letter(std::size_t list);
// At most this many columns fit into a drawing; the rest are in the table only.
inline constexpr std::size_t upset_columns_max = 32;

// Returns a drawing with vertical bars over a matrix of dots.
[[nodiscard]] std::string upset_drawing(const Upset& upset, const Voice& voice,
                                        const std::string& id);
// Returns the same with horizontal bars, for a narrow screen.
[[nodiscard]] std::string upset_drawing_narrow(const Upset& upset, const Voice& voice,
                                               const std::string& id);

}  // namespace sanaq::draw
