// How many in each month or year, as SVG: a bar for each.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "sanaq/draw/voice.h"

namespace sanaq::draw {

struct SeriesBar {
  std::string label;      // the month or year in words
  std::string tick;       // shown below the bar; empty: nothing
  std::int64_t low = 0;   // surely
  std::int64_t high = 0;  // with those that may lie in it
};

// Returns the drawing: what is sure in full colour, what is possible above it in pale. The bars
// must not be empty.
[[nodiscard]] std::string series_drawing(const std::vector<SeriesBar>& bars, const Voice& voice,
                                         double width, const std::string& id,
                                         const std::string& title);

}  // namespace sanaq::draw
