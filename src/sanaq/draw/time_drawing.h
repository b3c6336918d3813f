// Stretches of time one below the other, as SVG: terms in prison, events.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "sanaq/draw/voice.h"

namespace sanaq::draw {

// Days are counted from 1970-01-01; both ends are included.
struct Stretch {
  std::int32_t from = 0, to = 0;
  std::string kind;      // CSS class: "past", "ahead", "perhaps"
  bool is_open = false;  // goes on after `to`: an arrow
};

struct TimeRow {
  std::string label;
  std::string value;  // the dates in words, beside the label
  std::vector<Stretch> stretches;
};

// Returns the drawing, with a line for each year and, if `today` is not 0, one for that day. The
// rows must not be empty. `width` is in units of the drawing; `id` makes the ids within it unique.
[[nodiscard]] std::string time_drawing(const std::vector<TimeRow>& rows, std::int32_t today,
                                       double width, const std::string& id,
                                       const std::string& title);

}  // namespace sanaq::draw
