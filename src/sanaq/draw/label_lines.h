// A label with its value above a row of a drawing, broken into lines that fit.
#pragma once
#include <string>
#include <vector>

#include "sanaq/draw/voice.h"

namespace sanaq::draw {

// In units of the drawing: the room at both sides, and from line to line.
inline constexpr double label_margin = 14, label_height = 18;

// Returns the label's words in lines that fit into the width; the value must fit beside the last
// line, or has one of its own, which is then empty here.
[[nodiscard]] std::vector<std::string> label_lines(const std::string& label,
                                                   const std::string& value, double width);

// Returns the lines with the value behind the last of them. `y` is the first line's.
[[nodiscard]] std::string label_text(const std::vector<std::string>& lines,
                                     const std::string& value, double y);

}  // namespace sanaq::draw
