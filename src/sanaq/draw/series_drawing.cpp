#include "sanaq/draw/series_drawing.h"

#include <fmt/format.h>

#include <algorithm>

#include "sanaq/draw/axis_drawing.h"
#include "sanaq/draw/markup.h"

namespace sanaq::draw {
namespace {

constexpr double series_height = 150, series_top = 22, series_left = 34, series_right = 10;

struct SeriesScale {
  double most, width;
  std::size_t bars;
  [[nodiscard]] double x(std::size_t bar) const {
    return series_left + (width - series_left - series_right) * static_cast<double>(bar) /
                             static_cast<double>(bars);
  }
  [[nodiscard]] double y(double value) const {
    return series_top + series_height * (1 - value / most);
  }
};

std::string bar_of(const SeriesBar& bar, std::size_t at, const SeriesScale& scale,
                   const Voice& voice) {
  const double gap = std::min(3.0, (scale.x(1) - scale.x(0)) / 4);
  const double x = scale.x(at) + gap / 2, wide = scale.x(at + 1) - scale.x(at) - gap;
  std::string out;
  const auto add = [&](const char* kind, double from, double to) {
    if (to > from)
      out += fmt::format(
          "<rect class=\"bar {}\" x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\"/>",
          kind, x, scale.y(to), wide, scale.y(from) - scale.y(to));
  };
  const auto low = static_cast<double>(bar.low), high = static_cast<double>(bar.high);
  add("sure", 0, low);
  add("perhaps", low, high);
  constexpr std::size_t counts_most = 24;  // more bars are too narrow for a number above each
  if (bar.high > 0 && scale.bars <= counts_most)
    out += fmt::format(
        "<text class=\"count\" x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"middle\">{}</text>",
        x + wide / 2, scale.y(high) - 5, escape(voice.range(bar.low, bar.high)));
  if (!bar.tick.empty())
    out += fmt::format("<text class=\"tick\" x=\"{:.1f}\" y=\"{:.1f}\">{}</text>", x,
                       series_top + series_height + 17, escape(bar.tick));
  return out;
}

}  // namespace

std::string series_drawing(const std::vector<SeriesBar>& bars, const Voice& voice, double width,
                           const std::string& id, const std::string& title) {
  std::int64_t most = 1;
  for (const SeriesBar& bar : bars) most = std::max(most, bar.high);
  const std::vector<double> steps = ticks(static_cast<double>(most), 4);
  const SeriesScale scale{steps.back(), width, bars.size()};
  std::string out = fmt::format(
      "<svg class=\"drawing series\" viewBox=\"0 0 {0:.0f} {1:.0f}\" role=\"img\" "
      "aria-labelledby=\"{2}-t {2}-d\"><title id=\"{2}-t\">{3}</title><desc id=\"{2}-d\">",
      width, series_top + series_height + 26, id, escape(title));
  for (const SeriesBar& bar : bars) {
    if (bar.high > 0) out += escape(bar.label + ": " + voice.range(bar.low, bar.high) + ". ");
  }
  out += "</desc>";
  for (const double step : steps)
    out += fmt::format(
        "<line class=\"grid\" x1=\"{0:.1f}\" x2=\"{1:.1f}\" y1=\"{2:.1f}\" y2=\"{2:.1f}\"/>"
        "<text class=\"tick\" x=\"{3:.1f}\" y=\"{4:.1f}\" text-anchor=\"end\">{5}</text>",
        series_left, width - series_right, scale.y(step), series_left - 6, scale.y(step) + 4,
        escape(voice.number(step)));
  for (std::size_t at = 0; at < bars.size(); ++at) out += bar_of(bars[at], at, scale, voice);
  return out + "</svg>";
}

}  // namespace sanaq::draw
