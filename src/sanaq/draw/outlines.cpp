#include "sanaq/draw/outlines.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <string_view>

#include "embedded/sanaq_draw.h"

namespace sanaq::draw {
namespace {

struct Country {
  std::vector<BorderLine> rings;
  GeoBox box{90, -90, 180, -180};
};

int number_from(std::string_view& text) {
  int number = 0;
  const auto end = std::from_chars(text.data(), text.data() + text.size(), number).ptr;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  if (!text.empty()) text.remove_prefix(1);  // the comma or the space
  return number;
}

void take_ring(std::string_view steps, Country& country) {
  constexpr double a_degree = 100;
  BorderLine ring;
  int latitude = 0, longitude = 0;
  while (!steps.empty()) {
    latitude += number_from(steps);
    longitude += number_from(steps);
    const GeoPoint point{latitude / a_degree, longitude / a_degree};
    country.box.south = std::min(country.box.south, point.latitude);
    country.box.north = std::max(country.box.north, point.latitude);
    country.box.west = std::min(country.box.west, point.longitude);
    country.box.east = std::max(country.box.east, point.longitude);
    ring.push_back(point);
  }
  country.rings.push_back(std::move(ring));
}

std::vector<Country> read_countries() {
  std::map<std::string_view, Country> by_code;
  std::string_view text = embedded_file("outlines.txt");
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    const std::size_t space = line.find(' ');
    if (space != line.npos) take_ring(line.substr(space + 1), by_code[line.substr(0, space)]);
  }
  std::vector<Country> countries;
  for (auto& [code, country] : by_code) countries.push_back(std::move(country));
  return countries;
}

bool meet(const GeoBox& one, const GeoBox& other) {
  return one.south <= other.north && other.south <= one.north && one.west <= other.east &&
         other.west <= one.east;
}

GeoBox box_around(const GeoPoint& one, const GeoPoint& other) {
  return {std::min(one.latitude, other.latitude), std::max(one.latitude, other.latitude),
          std::min(one.longitude, other.longitude), std::max(one.longitude, other.longitude)};
}

void add_seen(const BorderLine& ring, const GeoBox& seen, std::vector<BorderLine>& lines) {
  BorderLine line;
  for (std::size_t at = 0; at + 1 < ring.size(); ++at) {
    if (meet(box_around(ring[at], ring[at + 1]), seen)) {
      if (line.empty()) line.push_back(ring[at]);
      line.push_back(ring[at + 1]);
    } else if (!line.empty()) {
      lines.push_back(std::move(line));
      line.clear();
    }
  }
  if (!line.empty()) lines.push_back(std::move(line));
}

}  // namespace

std::vector<BorderLine> border_lines(const GeoBox& wanted, const GeoBox& seen) {
  static const std::vector<Country> countries = read_countries();
  std::vector<BorderLine> lines;
  for (const Country& country : countries) {
    if (!meet(country.box, wanted)) continue;
    for (const BorderLine& ring : country.rings) add_seen(ring, seen, lines);
  }
  return lines;
}

}  // namespace sanaq::draw
