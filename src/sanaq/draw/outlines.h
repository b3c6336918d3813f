// Borders of countries, simplified to a few hundred points each (data/ORIGIN.md).
#pragma once
#include <vector>

namespace sanaq::draw {

struct GeoPoint {
  double latitude = 0, longitude = 0;  // in degrees, north and east of zero
};

// All that lies between two latitudes and two longitudes.
struct GeoBox {
  double south = 0, north = 0, west = 0, east = 0;  // south <= north, west <= east
};

// A part of a border, at least two points.
using BorderLine = std::vector<GeoPoint>;

// Returns the parts of borders that may be seen in `seen`, of the countries whose own box meets
// `wanted`: stretches of which each straight piece meets the box that is seen. A border of two
// countries is there twice.
[[nodiscard]] std::vector<BorderLine> border_lines(const GeoBox& wanted, const GeoBox& seen);

}  // namespace sanaq::draw
