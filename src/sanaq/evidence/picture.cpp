#include "sanaq/evidence/picture.h"

#include <utility>

#include "sanaq/evidence/image_metadata.h"
#include "sanaq/evidence/picture_strip.h"
#include "sanaq/evidence/reading.h"

namespace sanaq::evidence {
namespace {

using base::message;

// What Exiv2 reads value by value is not said a second time as a segment of so many bytes.
bool is_told_by_exiv2(const Fact& fact) {
  return fact.key == "jpeg.Exif" || fact.key == "jpeg.comment" || fact.key == "png.eXIf" ||
         fact.key.starts_with("jpeg.http://ns.adobe.com/xap/") ||
         fact.key.starts_with("png.XML:com.adobe.xmp");
}

base::Result<StrippedPicture> strip(std::string_view bytes, FileSort sort, int orientation) {
  return sort == FileSort::jpeg ? strip_jpeg(bytes, orientation) : strip_png(bytes);
}

}  // namespace

Reading read_picture(std::string_view bytes, FileSort sort, const std::string& where) {
  Reading reading;
  reading.sort = sort;
  if (auto metadata = image_metadata(bytes)) {
    reading.facts = std::move(metadata->facts);
  } else {
    reading.problems.push_back(metadata.error());
  }
  if (sort == FileSort::jpeg || sort == FileSort::png) {
    if (auto stripped = strip(bytes, sort, 1)) {
      for (Fact& dropped : stripped->dropped) {
        if (!is_told_by_exiv2(dropped)) reading.facts.push_back(std::move(dropped));
      }
    } else if (reading.problems.empty()) {
      reading.problems.push_back(stripped.error());
    }
  }
  if (where.empty()) return reading;
  for (Fact& each : reading.facts) each.where = where + ": " + each.where;
  return reading;
}

base::Result<std::string> clean_picture(std::string_view bytes, FileSort sort) {
  if (sort == FileSort::tiff) return clear_tiff(bytes);
  if (sort != FileSort::jpeg && sort != FileSort::png) {
    return tl::unexpected<base::Problem>(
        {message("a picture of this kind cannot be cleaned here"),
         message("save it as JPEG or PNG in a picture program and clean that")});
  }
  const auto metadata = image_metadata(bytes);
  auto stripped = strip(bytes, sort, metadata ? metadata->orientation : 1);
  if (!stripped) return tl::unexpected(stripped.error());
  return std::move(stripped->bytes);
}

}  // namespace sanaq::evidence
