#include "sanaq/draw/map_drawing.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "sanaq/draw/markup.h"
#include "sanaq/draw/outlines.h"

namespace sanaq::draw {
namespace {

constexpr double map_margin = 18, map_height_most = 520, degrees_least = 0.2,
                 high_of_wide_least = 0.45;
constexpr double radians_of_degree = 3.14159265358979 / 180;

// A flat map: true along the middle latitude, which serves for a country and less.
struct MapScale {
  double west, north, stretch, unit;  // `unit`: length of a degree of latitude in the drawing
  double height;
  [[nodiscard]] double x(double longitude) const {
    return map_margin + (longitude - west) * stretch * unit;
  }
  [[nodiscard]] double y(double latitude) const { return map_margin + (north - latitude) * unit; }
};

MapScale scale_of_map(const std::vector<MapPoint>& points, double width) {
  double west = points[0].longitude, east = west, north = points[0].latitude, south = north;
  for (const MapPoint& point : points) {
    west = std::min(west, point.longitude);
    east = std::max(east, point.longitude);
    north = std::max(north, point.latitude);
    south = std::min(south, point.latitude);
  }
  const double stretch = std::max(0.05, std::cos((north + south) / 2 * radians_of_degree));
  // Room around the points, and to the right for the label of the last; never a strip, in which no
  // border could be told.
  const double wide = std::max(east - west, degrees_least / stretch) * 1.5,
               high = std::max(std::max(north - south, degrees_least) * 1.25,
                               wide * stretch * high_of_wide_least);
  const double unit = std::min((width - 2 * map_margin) / (wide * stretch),
                               (map_height_most - 2 * map_margin) / high);
  const double middle = (north + south) / 2;
  return {west - wide / 8, middle + high / 2, stretch, unit, high * unit + 2 * map_margin};
}

// A step of degrees so that three or four lines cross the drawing.
double step_of(double degrees) {
  const double rough = degrees / 4, power = std::pow(10.0, std::floor(std::log10(rough)));
  for (const double factor : {1.0, 2.0, 5.0}) {
    if (factor * power >= rough) return factor * power;
  }
  return 10 * power;
}

std::string degrees_text(double degrees, const Voice& voice) {
  const double rounded = std::round(degrees * 100) / 100;
  const int places = rounded == std::round(rounded)             ? 0
                     : rounded * 10 == std::round(rounded * 10) ? 1
                                                                : 2;
  return voice.decimal(rounded == 0 ? 0 : rounded, places) + "°";
}

std::string graticule(const MapScale& scale, double width, const Voice& voice) {
  const double degrees_high = (scale.height - 2 * map_margin) / scale.unit,
               degrees_wide = (width - 2 * map_margin) / (scale.unit * scale.stretch);
  std::string out;
  const double down = step_of(degrees_high), across = step_of(degrees_wide);
  for (double line = std::ceil((scale.north - degrees_high) / down) * down; line <= scale.north;
       line += down)
    out += fmt::format(
        "<line class=\"grid\" x1=\"0\" x2=\"{0:.0f}\" y1=\"{1:.1f}\" y2=\"{1:.1f}\"/>"
        "<text class=\"tick\" x=\"2\" y=\"{2:.1f}\">{3}</text>",
        width, scale.y(line), scale.y(line) - 3, escape(degrees_text(line, voice)));
  for (double line = std::ceil(scale.west / across) * across; line <= scale.west + degrees_wide;
       line += across)
    out += fmt::format(
        "<line class=\"grid\" x1=\"{0:.1f}\" x2=\"{0:.1f}\" y1=\"0\" y2=\"{1:.0f}\"/>"
        "<text class=\"tick\" x=\"{2:.1f}\" y=\"{3:.0f}\">{4}</text>",
        scale.x(line), scale.height, scale.x(line) + 3, scale.height - 3,
        escape(degrees_text(line, voice)));
  return out;
}

// Borders of the countries in which the points may lie, as far as the drawing goes.
std::string borders(const std::vector<MapPoint>& points, const MapScale& scale, double width) {
  GeoBox wanted{90, -90, 180, -180};
  for (const MapPoint& point : points) {
    wanted.south = std::min(wanted.south, point.latitude);
    wanted.north = std::max(wanted.north, point.latitude);
    wanted.west = std::min(wanted.west, point.longitude);
    wanted.east = std::max(wanted.east, point.longitude);
  }
  const double margin_high = map_margin / scale.unit,
               margin_wide = map_margin / (scale.unit * scale.stretch);
  const GeoBox seen{scale.north + margin_high - scale.height / scale.unit,
                    scale.north + margin_high, scale.west - margin_wide,
                    scale.west - margin_wide + width / (scale.unit * scale.stretch)};
  std::string path;
  for (const BorderLine& line : border_lines(wanted, seen)) {
    char command = 'M';
    std::string last;  // on a map of the world many points fall on one
    for (const GeoPoint& point : line) {
      std::string at =
          fmt::format("{:.0f} {:.0f}", scale.x(point.longitude), scale.y(point.latitude));
      if (at == last) continue;
      path += command + at;
      last = std::move(at);
      command = 'L';
    }
  }
  return path.empty() ? path : "<path class=\"border\" d=\"" + path + "\"/>";
}

std::string dots(const std::vector<MapPoint>& points, const MapScale& scale) {
  std::int64_t most = 1;
  for (const MapPoint& point : points) most = std::max(most, point.count);
  std::vector<const MapPoint*> from_north;
  for (const MapPoint& point : points) from_north.push_back(&point);
  std::stable_sort(from_north.begin(), from_north.end(), [](const auto* left, const auto* right) {
    return left->latitude > right->latitude;
  });
  std::string out;
  double free_from = 0;  // labels go down where they would cover each other
  for (const MapPoint* point : from_north) {
    const double x = scale.x(point->longitude), y = scale.y(point->latitude);
    const double radius =
        5 + 9 * std::sqrt(static_cast<double>(point->count) / static_cast<double>(most));
    const double label_y = std::max(y + 5, free_from);
    free_from = label_y + 16;
    out += fmt::format(
        "<circle class=\"dot\" cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"{:.1f}\"/>"
        "<text class=\"label\" x=\"{:.1f}\" y=\"{:.1f}\">{}</text>",
        x, y, radius, x + radius + 4, label_y, escape(isolated(point->label)));
  }
  return out;
}

}  // namespace

std::string map_drawing(const std::vector<MapPoint>& points, const Voice& voice, double width,
                        const std::string& id, const std::string& title) {
  const MapScale scale = scale_of_map(points, width);
  std::string out = fmt::format(
      "<svg class=\"drawing map\" viewBox=\"0 0 {0:.0f} {1:.0f}\" role=\"img\" "
      "aria-labelledby=\"{2}-t {2}-d\"><title id=\"{2}-t\">{3}</title><desc id=\"{2}-d\">",
      width, scale.height, id, escape(title));
  for (const MapPoint& point : points)
    out += escape(isolated(point.label) + ": " + degrees_text(point.latitude, voice) + ", " +
                  degrees_text(point.longitude, voice) + ". ");
  return out + "</desc>" + graticule(scale, width, voice) + borders(points, scale, width) +
         dots(points, scale) + "</svg>";
}

}  // namespace sanaq::draw
