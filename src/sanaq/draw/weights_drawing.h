// How many pairs have each probability of being one person, as SVG, with a line at a threshold.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "sanaq/draw/voice.h"

namespace sanaq::draw {

struct Weights {
  // Evenly by log odds from `from` to `to`; what lies beyond is in the
  // first and the last.
  std::vector<std::int64_t> pairs;
  double from = 0.001, to = 0.999;  // probabilities
  double threshold = 0.5;           // where the line stands
};

// The bin of a probability.
[[nodiscard]] std::size_t weight_bin(const Weights& weights, double probability);

// The line has the id `ID-line`. The drawing's data-left and data-right are the x of `from` and
// `to`, so that a script can move the line.
[[nodiscard]] std::string weights_drawing(const Weights& weights, const Voice& voice,
                                          const std::string& id, const std::string& title);

}  // namespace sanaq::draw
