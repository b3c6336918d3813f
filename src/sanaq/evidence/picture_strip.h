// JPEG and PNG without anything that is not the picture itself.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/base/result.h"
#include "sanaq/evidence/fact.h"

namespace sanaq::evidence {

struct StrippedPicture {
  std::string bytes;  // what draws the picture and nothing else, ended where the picture ends
  std::vector<Fact> dropped;  // what was left out, one fact a segment or chunk
};

// `orientation` (EXIF 2.32, 1 to 8) stays, so that the picture stands upright: in a JPEG as the
// only field. The picture's points are the same, bit for bit. A problem where the segments cannot
// be followed to the picture's end.
[[nodiscard]] base::Result<StrippedPicture> strip_jpeg(std::string_view bytes, int orientation);
[[nodiscard]] base::Result<StrippedPicture> strip_png(std::string_view bytes);

}  // namespace sanaq::evidence
