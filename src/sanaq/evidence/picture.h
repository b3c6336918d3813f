// A picture alone or within another file: what it says of itself, and the picture without that.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/evidence/reading.h"

namespace sanaq::evidence {

// `where` stands before the part of each fact where it is not empty: "word/media/image1.jpeg:
// EXIF".
[[nodiscard]] Reading read_picture(std::string_view bytes, FileSort sort, const std::string& where);
[[nodiscard]] base::Result<std::string> clean_picture(std::string_view bytes, FileSort sort);

}  // namespace sanaq::evidence
