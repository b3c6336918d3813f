#include "sanaq/evidence/zip_parts.h"

#include <zip.h>

#include <algorithm>
#include <memory>

#include "sanaq/base/error.h"
#include "sanaq/evidence/limits.h"
#include "sanaq/office/archive.h"

namespace sanaq::evidence {
namespace {

using base::message;

struct Discard {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct FreeSource {
  void operator()(zip_source_t* source) const { zip_source_free(source); }
};
using Archive = std::unique_ptr<zip_t, Discard>;
using Source = std::unique_ptr<zip_source_t, FreeSource>;

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

void add_part(zip_t* archive, const ZipPart& part) {
  zip_source_t* source = zip_source_buffer(archive, part.bytes.data(), part.bytes.size(), 0);
  const zip_int64_t index =
      source == nullptr ? -1 : zip_file_add(archive, part.name.c_str(), source, ZIP_FL_ENC_UTF_8);
  if (index < 0) {
    zip_source_free(source);
    throw base::Error(base::Kind::io, message("the cleaned copy cannot be zipped: {}",
                                              zip_error_strerror(zip_get_error(archive))));
  }
  const auto at = static_cast<zip_uint64_t>(index);
  zip_set_file_compression(archive, at, part.name == "mimetype" ? ZIP_CM_STORE : ZIP_CM_DEFLATE, 0);
  zip_file_set_dostime(archive, at, 0, 0x21, 0);  // 1980-01-01
}

std::string bytes_of(zip_source_t* source) {
  std::string out;
  char piece[65536];
  if (zip_source_open(source) != 0)
    throw base::Error(base::Kind::io, message("the cleaned copy cannot be zipped: {}",
                                              zip_error_strerror(zip_source_error(source))));
  for (zip_int64_t got = 0; (got = zip_source_read(source, piece, sizeof piece)) > 0;)
    out.append(piece, static_cast<std::size_t>(got));
  zip_source_close(source);
  return out;
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

std::string write_zip(const std::vector<ZipPart>& parts) {
  zip_error_t error;
  zip_error_init(&error);
  Source source(zip_source_buffer_create(nullptr, 0, 0, &error));
  if (!source)
    throw base::Error(base::Kind::io,
                      message("the cleaned copy cannot be zipped: {}", zip_error_strerror(&error)));
  zip_source_keep(source.get());
  Archive archive(zip_open_from_source(source.get(), ZIP_TRUNCATE, &error));
  if (!archive) {
    throw base::Error(base::Kind::io,
                      message("the cleaned copy cannot be zipped: {}", zip_error_strerror(&error)));
  }
  for (const bool is_first : {true, false}) {
    for (const ZipPart& part : parts) {
      if ((part.name == "mimetype") == is_first) add_part(archive.get(), part);
    }
  }
  if (zip_close(archive.get()) != 0)
    throw base::Error(base::Kind::io, message("the cleaned copy cannot be zipped: {}",
                                              zip_error_strerror(zip_get_error(archive.get()))));
  (void)archive.release();
  return bytes_of(source.get());
}

}  // namespace sanaq::evidence
