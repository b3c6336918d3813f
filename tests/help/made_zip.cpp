#include "help/made_zip.h"

#include <zip.h>

#include <algorithm>
#include <cstring>
#include <stdexcept>

namespace sanaq::help {
namespace {

// A part as libzip asks for it.
struct Reading {
  MadePart* part = nullptr;
  std::size_t size = 0;  // of the bytes at hand
  std::string piece;
  std::size_t at = 0;
  bool is_given = false;

  bool fill() {
    at = 0;
    piece.clear();
    if (part->next) return part->next(piece);
    if (is_given) return false;
    piece = std::move(part->bytes);
    return is_given = true;
  }
};

zip_int64_t answer(void* state, void* data, zip_uint64_t length, zip_source_cmd_t command) {
  auto* reading = static_cast<Reading*>(state);
  switch (command) {
    case ZIP_SOURCE_OPEN:
    case ZIP_SOURCE_CLOSE:
    case ZIP_SOURCE_FREE:
      return 0;
    case ZIP_SOURCE_STAT: {
      auto* stat = static_cast<zip_stat_t*>(data);
      zip_stat_init(stat);
      if (!reading->part->next) {
        stat->size = reading->size;
        stat->valid = ZIP_STAT_SIZE;
      }
      return sizeof(zip_stat_t);
    }
    case ZIP_SOURCE_READ: {
      while (reading->at == reading->piece.size()) {
        if (!reading->fill()) return 0;
      }
      const std::size_t count = std::min<std::size_t>(length, reading->piece.size() - reading->at);
      std::memcpy(data, reading->piece.data() + reading->at, count);
      reading->at += count;
      return static_cast<zip_int64_t>(count);
    }
    case ZIP_SOURCE_SUPPORTS:
      return zip_source_make_command_bitmap(ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE,
                                            ZIP_SOURCE_STAT, ZIP_SOURCE_FREE, -1);
    default:
      return -1;
  }
}

}  // namespace

std::string made_zip(std::vector<MadePart> parts) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_source_keep(target);
  zip_t* archive = zip_open_from_source(target, ZIP_TRUNCATE, &error);
  if (archive == nullptr) throw std::runtime_error(zip_error_strerror(&error));
  std::vector<Reading> readings(parts.size());
  for (std::size_t at = 0; at < parts.size(); ++at) {
    readings[at].part = &parts[at];
    readings[at].size = parts[at].bytes.size();
    zip_source_t* source = zip_source_function(archive, answer, &readings[at]);
    const zip_int64_t index =
        zip_file_add(archive, parts[at].name.c_str(), source, ZIP_FL_ENC_UTF_8);
    if (index < 0) throw std::runtime_error(zip_strerror(archive));
    zip_set_file_compression(archive, static_cast<zip_uint64_t>(index), ZIP_CM_DEFLATE, 1);
    zip_file_set_dostime(archive, static_cast<zip_uint64_t>(index), 0, 0x21, 0);  // 1980-01-01
  }
  if (zip_close(archive) != 0) throw std::runtime_error(zip_strerror(archive));
  std::string bytes;
  std::string piece(1 << 16, '\0');
  if (zip_source_open(target) != 0) throw std::runtime_error("the zip is not there");
  for (zip_int64_t got = 0; (got = zip_source_read(target, piece.data(), piece.size())) > 0;)
    bytes.append(piece, 0, static_cast<std::size_t>(got));
  zip_source_close(target);
  zip_source_free(target);
  return bytes;
}

}  // namespace sanaq::help
