#include "sanaq/office/zip_write.h"

#include <zip.h>

#include <memory>

#include "sanaq/base/error.h"

namespace sanaq::office {
namespace {

struct Discard {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct FreeSource {
  void operator()(zip_source_t* source) const { zip_source_free(source); }
};
using Handle = std::unique_ptr<zip_t, Discard>;
using Source = std::unique_ptr<zip_source_t, FreeSource>;

[[noreturn]] void failed(zip_error_t* error) {
  throw base::Error(base::Kind::io,
                    base::message("the file cannot be zipped: {}", zip_error_strerror(error)));
}

void add_part(zip_t* archive, const ZipPart& part) {
  zip_source_t* source = zip_source_buffer(archive, part.bytes.data(), part.bytes.size(), 0);
  const zip_int64_t index =
      source == nullptr ? -1 : zip_file_add(archive, part.name.c_str(), source, ZIP_FL_ENC_UTF_8);
  if (index < 0) {
    zip_source_free(source);
    failed(zip_get_error(archive));
  }
  const auto at = static_cast<zip_uint64_t>(index);
  zip_set_file_compression(archive, at, part.name == "mimetype" ? ZIP_CM_STORE : ZIP_CM_DEFLATE, 0);
  zip_file_set_dostime(archive, at, 0, 0x21, 0);  // 1980-01-01
}

std::string bytes_of(zip_source_t* source) {
  std::string out;
  char piece[65536];
  if (zip_source_open(source) != 0) failed(zip_source_error(source));
  for (zip_int64_t got = 0; (got = zip_source_read(source, piece, sizeof piece)) > 0;)
    out.append(piece, static_cast<std::size_t>(got));
  zip_source_close(source);
  return out;
}

}  // namespace

std::string write_zip(const std::vector<ZipPart>& parts) {
  zip_error_t error;
  zip_error_init(&error);
  Source source(zip_source_buffer_create(nullptr, 0, 0, &error));
  if (!source) failed(&error);
  zip_source_keep(source.get());
  Handle archive(zip_open_from_source(source.get(), ZIP_TRUNCATE, &error));
  if (!archive) failed(&error);
  for (const bool is_first : {true, false}) {
    for (const ZipPart& part : parts) {
      if ((part.name == "mimetype") == is_first) add_part(archive.get(), part);
    }
  }
  if (zip_close(archive.get()) != 0) failed(zip_get_error(archive.get()));
  (void)archive.release();
  return bytes_of(source.get());
}

}  // namespace sanaq::office
