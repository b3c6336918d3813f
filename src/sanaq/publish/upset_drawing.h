// Who is on which lists together, as an UpSet plot in SVG (Lex, Gehlenborg, Strobelt, Vuillemot and
// Pfister 2014).
#pragma once
#include <string>

#include "sanaq/publish/voice.h"

namespace sanaq::publish {

// Lists are named A, B, C … in the drawing and in the table beside it.
[[nodiscard]] std::string list_letter(std::size_t list);
// "at most this many columns fit": the rest stands in the table alone.
inline constexpr std::size_t upset_columns_most = 32;

// Bars upright over a matrix of dots; `columns` patterns, largest first.
[[nodiscard]] std::string upset_drawing(const PublicOverlap& overlap, const Voice& voice,
                                        const std::string& id);
// The same lying down, for a narrow screen.
[[nodiscard]] std::string upset_drawing_narrow(const PublicOverlap& overlap, const Voice& voice,
                                               const std::string& id);

}  // namespace sanaq::publish
