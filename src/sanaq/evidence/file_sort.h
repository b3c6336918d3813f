// What a file is, by its first bytes: a name can be wrong.
#pragma once
#include <string_view>

namespace sanaq::evidence {

enum class FileSort {
  jpeg,
  png,
  tiff,
  image,  // another picture whose metadata can be read and not cleaned
  pdf,
  zip,     // office files, and others that are zipped
  opaque,  // video, sound, old office files: they may hold a place, a device, a name; not read here
  other,   // plain text and what nobody knows
};

[[nodiscard]] FileSort file_sort(std::string_view bytes);

}  // namespace sanaq::evidence
