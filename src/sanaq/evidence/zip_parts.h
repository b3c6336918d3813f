// The parts of a zipped file in memory.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/base/result.h"
#include "sanaq/office/zip_write.h"

namespace sanaq::evidence {

using office::write_zip;
using office::ZipPart;

struct ZipFile {
  std::vector<ZipPart> parts;  // in the order of the file
  bool is_encrypted = false;   // then the parts have names alone
  [[nodiscard]] const ZipPart* part(std::string_view name) const;  // null where there is none
};

// A problem for damage and for what unpacks to more than limits.h allows.
[[nodiscard]] base::Result<ZipFile> read_zip(std::string_view bytes);

}  // namespace sanaq::evidence
