// A place as it is written, and where on earth it says that it is.
#pragma once
#include <optional>
#include <string>
#include <utility>

namespace sanaq::pages {

struct PlaceText {
  std::string name;                             // without the coordinates
  std::optional<std::pair<double, double>> at;  // latitude and longitude in degrees
};

// Takes coordinates out of a place: "Zhanaozen (43.3412, 52.8619)", "43.3412,52.8619". They are
// degrees with a decimal point, north and east. A text without such coordinates is all name.
[[nodiscard]] PlaceText read_place(const std::string& written);

}  // namespace sanaq::pages
