#include "sanaq/draw/curve_drawing.h"

#include <fmt/format.h>

#include <algorithm>

#include "sanaq/draw/markup.h"

namespace sanaq::draw {
namespace {

constexpr double curve_width = 640, curve_height = 140, curve_top = 12, curve_left = 96,
                 curve_right = 12;

double x_of_round(const Curve& curve, double round) {
  return curve_left + (curve_width - curve_left - curve_right) * round /
                          static_cast<double>(curve.values.size() - 1);
}

std::string points_of(const Curve& curve) {
  const auto [least, most] = std::minmax_element(curve.values.begin(), curve.values.end());
  const double span = *most > *least ? *most - *least : 1;
  std::string points;
  for (std::size_t round = 0; round < curve.values.size(); ++round)
    points += fmt::format(
        "{}{:.1f},{:.1f}", points.empty() ? "" : " ", x_of_round(curve, static_cast<double>(round)),
        curve_height - (curve_height - curve_top) * (curve.values[round] - *least) / span);
  return points;
}

std::string tick_of_curve(double x, double y, std::string_view anchor, const std::string& text) {
  return fmt::format("<text class=\"tick\" x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"{}\">{}</text>",
                     x, y, anchor, escape(text));
}

}  // namespace

std::string curve_drawing(const Curve& curve, const Voice& voice, const std::string& id,
                          const std::string& title) {
  if (curve.values.size() < 2) return "";
  const double right = curve_width - curve_right;
  std::string out = fmt::format(
      "<svg class=\"drawing curve\" id=\"{0}\" viewBox=\"0 0 {1:.0f} {2:.0f}\" role=\"img\" "
      "aria-labelledby=\"{0}-t\"><title id=\"{0}-t\">{3}</title>"
      "<line class=\"base\" x1=\"{4:.1f}\" x2=\"{5:.1f}\" y1=\"{6:.1f}\" y2=\"{6:.1f}\"/>",
      id, curve_width, curve_height + 28, escape(title), curve_left, right, curve_height);
  if (curve.turn > 0 && curve.turn < curve.values.size()) {
    const double x = x_of_round(curve, static_cast<double>(curve.turn) - 0.5);
    out += fmt::format(
        "<line class=\"upright\" x1=\"{0:.1f}\" x2=\"{0:.1f}\" y1=\"0\" y2=\"{1:.1f}\"/>", x,
        curve_height);
  }
  out += fmt::format("<polyline class=\"line\" points=\"{}\"/>", points_of(curve));
  out += tick_of_curve(curve_left - 8, curve_height, "end", curve.least) +
         tick_of_curve(curve_left - 8, curve_top + 4, "end", curve.most) +
         tick_of_curve(curve_left, curve_height + 18, "middle", voice.number(std::int64_t{1})) +
         tick_of_curve(right, curve_height + 18, "end",
                       voice.number(static_cast<std::int64_t>(curve.values.size())));
  return out + "</svg>";
}

}  // namespace sanaq::draw
