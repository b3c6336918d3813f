// EXIF, IPTC and XMP of pictures, by Exiv2; XMP packets of other files as well.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/base/result.h"
#include "sanaq/evidence/fact.h"

namespace sanaq::evidence {

struct ImageMetadata {
  std::vector<Fact> facts;
  int orientation = 1;  // EXIF 2.32: 1 upright … 8
};

// A problem where Exiv2 cannot read the picture.
[[nodiscard]] base::Result<ImageMetadata> image_metadata(std::string_view bytes);

// An XMP packet's properties; one fact that it could not be read where it is no XMP.
[[nodiscard]] std::vector<Fact> xmp_facts(const std::string& packet, const std::string& where);

// A TIFF of one picture without its metadata. A problem for several pictures in one file and for
// what Exiv2 cannot write.
[[nodiscard]] base::Result<std::string> clear_tiff(std::string_view bytes);

}  // namespace sanaq::evidence
