#include "sanaq/evidence/zip_parts.h"

#include <algorithm>

#include "sanaq/evidence/limits.h"
#include "sanaq/office/archive.h"

namespace sanaq::evidence {
namespace {

using base::message;

base::Problem damaged() {
  return {message("the file is zipped and damaged"),
          message("ask for the file again; what came is stored as it is")};
}

base::Problem too_large() {
  return {message("unpacked, the file is larger than 1 GiB"),
          message("open it in an office program and save the parts that count")};
}

base::Problem packed_too_well() {
  return {message("unpacked, the file is far larger than any document that packs so small"),
          message("ask where it comes from; what came is stored as it is")};
}

}  // namespace

const ZipPart* ZipFile::part(std::string_view name) const {
  const auto found = std::find_if(parts.begin(), parts.end(),
                                  [&](const ZipPart& each) { return each.name == name; });
  return found == parts.end() ? nullptr : &*found;
}

base::Result<ZipFile> read_zip(std::string_view bytes) {
  try {
    const office::Archive archive(bytes, "zip");
    std::uint64_t total = 0;
    for (const office::PartInfo& info : archive.parts()) {
      if (info.bytes > unpacked_bytes_max - total) return tl::unexpected(too_large());
      total += info.bytes;
    }
    if (total > unpacked_freely && total / ratio_max > bytes.size())
      return tl::unexpected(packed_too_well());
    ZipFile file;
    for (std::size_t at = 0; at < archive.parts().size(); ++at) {
      const office::PartInfo& info = archive.parts()[at];
      file.parts.push_back({info.name, info.is_encrypted ? "" : archive.read_whole(at)});
      file.is_encrypted = file.is_encrypted || info.is_encrypted;
    }
    return file;
  } catch (const office::Refusal& refusal) {
    return tl::unexpected(refusal.trouble() == office::Trouble::too_large ? packed_too_well()
                                                                          : damaged());
  }
}

}  // namespace sanaq::evidence
