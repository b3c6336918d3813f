// What a PDF says about itself, by qpdf (ISO 32000-1, 14.3).
#pragma once
#include <string_view>

#include "sanaq/evidence/reading.h"

namespace sanaq::evidence {

// Information, XMP of the file and of parts of it, thumbnails, authors of notes, signatures, files
// within it, private data of editors, earlier versions, and what JPEGs within it say.
[[nodiscard]] Reading read_pdf(std::string_view bytes);

}  // namespace sanaq::evidence
