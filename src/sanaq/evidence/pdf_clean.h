// A PDF with its pages and nothing that says who made it.
#pragma once
#include <string>
#include <string_view>

#include "sanaq/base/result.h"

namespace sanaq::evidence {

// Without information, XMP, thumbnails, notes, signatures, files within it, private data of
// editors, earlier versions and the file's identifier; JPEGs within it are cleaned. The pages are
// drawn the same.
[[nodiscard]] base::Result<std::string> clean_pdf(std::string_view bytes);

}  // namespace sanaq::evidence
