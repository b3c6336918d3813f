// Places on a map, as SVG: by their coordinates, with lines of latitude and longitude and the
// borders of the countries about them.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "sanaq/draw/voice.h"

namespace sanaq::draw {

struct MapPoint {
  std::string label;
  double latitude = 0, longitude = 0;  // in degrees, north and east of zero
  std::int64_t count = 1;              // a larger one has a larger dot
};

// Returns the drawing. The points must not be empty, nor lie outside ±90 and ±180 degrees.
[[nodiscard]] std::string map_drawing(const std::vector<MapPoint>& points, const Voice& voice,
                                      double width, const std::string& id,
                                      const std::string& title);

}  // namespace sanaq::draw
