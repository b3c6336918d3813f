// How probable each total is, as SVG: a histogram of the draws with its interval and median.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "sanaq/draw/voice.h"

namespace sanaq::draw {

struct Bins {
  double low = 0, width = 1;  // the first bin's lower edge, and the width of each
  std::vector<std::int64_t> counts;
  std::int64_t beyond = 0;  // number of draws past the last bin
};

// Returns at most `most` bins of whole-number width from the smallest draw to the 99.5 % quantile;
// a long tail is only counted, in `beyond`.
[[nodiscard]] Bins bin_draws(std::vector<double> draws, int most);

struct Histogram {
  Bins bins;
  double interval_low = 0, interval_high = 0, median = 0;
  std::int64_t documented = 0;
  std::optional<double> truth;
};

[[nodiscard]] std::string histogram_drawing(const Histogram& histogram, const Voice& voice,
                                            double width, const std::string& id);

}  // namespace sanaq::draw
