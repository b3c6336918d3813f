// Numbers on one axis, as SVG: what is documented, estimated, true (invented data) and claimed.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "sanaq/draw/voice.h"

namespace sanaq::draw {

struct AxisRow {
  std::string label;
  std::string kind;                 // CSS class: documented, estimated, claimed, truth
  std::optional<double> low, high;  // an absent end is open
  std::optional<double> point;      // drawn as a dot
};

// Steps of 1, 2 or 5 times a power of ten, from 0 to the first at or past `high`; at most `most` of
// them.
[[nodiscard]] std::vector<double> ticks(double high, int most);

// `width` in units of the drawing, which is as wide as the page lets it be; `id` makes the ids in
// it unique.
[[nodiscard]] std::string axis_drawing(const std::vector<AxisRow>& rows, const Voice& voice,
                                       double width, const std::string& id);
// The same under a title of its own.
[[nodiscard]] std::string axis_drawing(const std::vector<AxisRow>& rows, const Voice& voice,
                                       double width, const std::string& id,
                                       const std::string& title);

}  // namespace sanaq::draw
