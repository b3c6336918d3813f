// The parts of a zipped file in memory, by libzip.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/base/result.h"

namespace sanaq::evidence {

struct ZipPart {
  std::string name;
  std::string bytes;  // unpacked
};

struct ZipFile {
  std::vector<ZipPart> parts;  // in the order of the file
  bool is_encrypted = false;   // then the parts have names alone
  [[nodiscard]] const ZipPart* part(std::string_view name) const;  // null where there is none
};

// A problem for damage and for what unpacks to more than limits.h allows.
[[nodiscard]] base::Result<ZipFile> read_zip(std::string_view bytes);

// `mimetype`, where there is one, first and not packed (ODF 1.2, part 3, 3.3); the time of every
// part is 1980-01-01, so that the same parts give the same bytes. Throws Error{io} where memory
// fails.
[[nodiscard]] std::string write_zip(const std::vector<ZipPart>& parts);

}  // namespace sanaq::evidence
