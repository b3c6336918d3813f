#include "sanaq/evidence/evidence.h"

#include <set>

#include "sanaq/evidence/office_clean.h"
#include "sanaq/evidence/office_metadata.h"
#include "sanaq/evidence/pdf_clean.h"
#include "sanaq/evidence/pdf_metadata.h"
#include "sanaq/evidence/picture.h"
#include "sanaq/evidence/reading.h"

namespace sanaq::evidence {
namespace {

using base::message;

base::Result<std::string> cleaned(std::string_view bytes) {
  const FileSort sort = file_sort(bytes);
  switch (sort) {
    case FileSort::jpeg:
    case FileSort::png:
    case FileSort::tiff:
    case FileSort::image:
      return clean_picture(bytes, sort);
    case FileSort::pdf:
      return clean_pdf(bytes);
    case FileSort::zip:
      return clean_office(bytes);
    case FileSort::opaque:
    case FileSort::other:
      break;
  }
  return tl::unexpected<base::Problem>(
      {message("a file of this kind cannot be cleaned here"),
       message("JPEG, PNG, TIFF, PDF and the office files DOCX, XLSX, PPTX, ODT, ODS and ODP can; "
               "save it as one of them")});
}

}  // namespace

Reading read_metadata(std::string_view bytes) {
  const FileSort sort = file_sort(bytes);
  switch (sort) {
    case FileSort::jpeg:
    case FileSort::png:
    case FileSort::tiff:
    case FileSort::image:
      return read_picture(bytes, sort, "");
    case FileSort::pdf:
      return read_pdf(bytes);
    case FileSort::zip:
      return read_office(bytes);
    case FileSort::opaque:
    case FileSort::other:
      break;
  }
  Reading reading;
  reading.sort = sort;
  return reading;
}

base::Result<std::string> clean_copy(std::string_view bytes) {
  auto copy = cleaned(bytes);
  if (!copy) return copy;
  const Reading left = read_metadata(*copy);
  if (!left.problems.empty()) return tl::unexpected(left.problems.front());
  for (const Fact& each : left.facts) {
    if (each.betrays == Betrays::nothing) continue;
    return tl::unexpected<base::Problem>(
        {message("cleaning left something that could betray a source ({}, {})", each.key,
                 each.where),
         message("take it out in the program that the file was made with, and add that copy")});
  }
  return copy;
}

std::vector<Betrays> what_betrays(const std::vector<Fact>& facts) {
  std::set<Betrays> kinds;
  for (const Fact& each : facts) {
    if (each.betrays != Betrays::nothing) kinds.insert(each.betrays);
  }
  return {kinds.begin(), kinds.end()};
}

}  // namespace sanaq::evidence
