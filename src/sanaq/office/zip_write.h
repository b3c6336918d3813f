// A zipped file from its parts in memory: the same parts give the same bytes.
#pragma once
#include <string>
#include <vector>

namespace sanaq::office {

struct ZipPart {
  std::string name;
  std::string bytes;  // unpacked
};

// `mimetype`, where there is one, first and not packed (ODF 1.2, part 3, 3.3); the time of every
// part is 1980-01-01. Throws Error{io} where memory fails.
[[nodiscard]] std::string write_zip(const std::vector<ZipPart>& parts);

}  // namespace sanaq::office
