// Numbers on one axis, as SVG: documented, estimated, true (for invented data) and claimed.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "sanaq/draw/voice.h"

namespace sanaq::draw {

struct AxisRow {
  std::string label;
  std::string kind;                 // CSS class: documented, estimated, claimed, truth
  std::optional<double> low, high;  // if an end is absent, the bar is open there
  std::optional<double> point;      // drawn as a dot
};

// Returns the ticks of an axis: multiples of 1, 2 or 5 times a power of ten, from 0 to the first
// that is not below `high`; at most `most` of them come after 0. The step is at least 1.
[[nodiscard]] std::vector<double> ticks(double high, int most);

// Returns the drawing. `width` is in units of the drawing, which is scaled to the page; `id` makes
// the ids within it unique.
[[nodiscard]] std::string axis_drawing(const std::vector<AxisRow>& rows, const Voice& voice,
                                       double width, const std::string& id);
// Returns the same with a title of its own.
[[nodiscard]] std::string axis_drawing(const std::vector<AxisRow>& rows, const Voice& voice,
                                       double width, const std::string& id,
                                       const std::string& title);

}  // namespace sanaq::draw
