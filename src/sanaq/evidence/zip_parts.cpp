#include "sanaq/evidence/zip_parts.h"

#include <zip.h>

#include <algorithm>
#include <memory>
#include <set>

#include "sanaq/base/error.h"

namespace sanaq::evidence {
namespace {

using base::message;

struct Discard {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct CloseFile {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
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

Archive open_archive(std::string_view bytes) {
  zip_error_t error;
  zip_error_init(&error);
  Source source(zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error));
  if (!source) return nullptr;
  Archive archive(zip_open_from_source(source.get(), ZIP_RDONLY, &error));
  if (archive) (void)source.release();  // the archive owns it now
  zip_error_fini(&error);
  return archive;
}

// False: damaged (the checksum at the end of a part is checked by libzip).
bool read_part(zip_t* archive, zip_uint64_t index, std::uint64_t size, std::string& bytes) {
  const std::unique_ptr<zip_file_t, CloseFile> file(zip_fopen_index(archive, index, 0));
  if (!file) return false;
  bytes.resize(size);
  std::uint64_t at = 0;
  while (at < size) {
    const zip_int64_t got = zip_fread(file.get(), bytes.data() + at, size - at);
    if (got <= 0) return false;
    at += static_cast<std::uint64_t>(got);
  }
  char more = 0;
  return zip_fread(file.get(), &more, 1) == 0;
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
  const Archive archive = open_archive(bytes);
  if (!archive) return tl::unexpected(damaged());
  ZipFile file;
  std::uint64_t total = 0;
  std::set<std::string> names;  // the same name twice: programs differ in which one they show
  const zip_int64_t count = zip_get_num_entries(archive.get(), 0);
  for (zip_int64_t at = 0; at < count; ++at) {
    zip_stat_t stat;
    const auto index = static_cast<zip_uint64_t>(at);
    if (zip_stat_index(archive.get(), index, 0, &stat) != 0) return tl::unexpected(damaged());
    ZipPart& part = file.parts.emplace_back();
    part.name = stat.name;
    if (!names.insert(part.name).second) return tl::unexpected(damaged());
    if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE) {
      file.is_encrypted = true;
      continue;
    }
    if (stat.size > unpacked_bytes_max - total) return tl::unexpected(too_large());
    total += stat.size;
    if (!read_part(archive.get(), index, stat.size, part.bytes)) return tl::unexpected(damaged());
  }
  return file;
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
