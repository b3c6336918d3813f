#include "sanaq/estimate/probability_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace sanaq::estimate {
namespace {

constexpr double least_told = 1e-4;

}  // namespace

std::string probability_text(double log_probability) {
  const double probability = std::min(1.0, std::exp(log_probability));
  if (!(probability >= least_told)) return "< 0.0001";
  return fmt::format("{:.2g}", probability);
}

}  // namespace sanaq::estimate
