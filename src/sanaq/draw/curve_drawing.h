// How a number changes from one round to the next, as SVG: one line.
#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "sanaq/draw/voice.h"

namespace sanaq::draw {

struct Curve {
  std::vector<double> values;  // one a round; finite
  // From here on the rounds are of another kind: an upright line stands before this one.
  // values.size() if there are none.
  std::size_t turn = 0;
  std::string least, most;  // what stands beside the smallest and the largest value
};

// The smallest value stands at the bottom, the largest at the top. Returns "" without two values.
[[nodiscard]] std::string curve_drawing(const Curve& curve, const Voice& voice,
                                        const std::string& id, const std::string& title);

}  // namespace sanaq::draw
