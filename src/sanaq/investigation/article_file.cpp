#include "sanaq/investigation/article_file.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "sanaq/base/files.h"
#include "sanaq/base/path_kind.h"
#include "sanaq/evidence/evidence.h"
#include "sanaq/text/fold.h"

namespace sanaq::investigation {
namespace {

using base::message;

tl::unexpected<base::Problem> problem(base::Message reason, base::Message advice) {
  return tl::unexpected(base::Problem{std::move(reason), std::move(advice)});
}

// All office files are zipped; which one it is only the name says.
std::string office_ending(const std::string& name) {
  constexpr std::array<std::string_view, 6> known = {".docx", ".xlsx", ".pptx",
                                                     ".odt",  ".ods",  ".odp"};
  const std::string folded = text::fold(name);
  const auto found = std::find_if(known.begin(), known.end(), [&](std::string_view ending) {
    return folded.ends_with(ending);
  });
  return found == known.end() ? ".zip" : std::string(*found);
}

std::string ending_of(evidence::FileSort sort, const std::string& name) {
  switch (sort) {
    case evidence::FileSort::jpeg:
      return ".jpg";
    case evidence::FileSort::png:
      return ".png";
    case evidence::FileSort::tiff:
      return ".tif";
    case evidence::FileSort::pdf:
      return ".pdf";
    case evidence::FileSort::zip:
      return office_ending(name);
    case evidence::FileSort::image:
    case evidence::FileSort::opaque:
    case evidence::FileSort::other:
      break;
  }
  return ".bin";
}

}  // namespace

base::Result<CleanFile> clean_article_file(const std::string& folder, const std::string& name) {
  const std::string path = base::join(base::join(base::join(folder, "articles"), "files"), name);
  const bool is_plain = !name.empty() && name != "." && name != ".." &&
                        name.find_first_of("/\\:") == name.npos && name.find('\0') == name.npos;
  const bool is_folder_real = base::path_kind(base::parent_folder(path)) == base::PathKind::folder;
  if (!is_plain || !is_folder_real || base::path_kind(path) != base::PathKind::file)
    return problem(message("there is no such file in articles/files/"),
                   message("put it there, and no link to it"));
  if (base::file_size(path) > article_file_bytes_max)
    return problem(message("the file has more than {} bytes", article_file_bytes_max),
                   message("make it smaller: readers load it on a phone"));
  const base::MappedFile file(path);
  auto copy = evidence::clean_copy(file.bytes());
  if (!copy) return tl::unexpected(copy.error());
  const evidence::FileSort sort = evidence::file_sort(*copy);
  const bool is_picture = sort == evidence::FileSort::jpeg || sort == evidence::FileSort::png;
  return CleanFile{std::move(*copy), ending_of(sort, name), is_picture};
}

}  // namespace sanaq::investigation
