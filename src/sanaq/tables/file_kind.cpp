#include "sanaq/tables/file_kind.h"

#include <array>

#include "sanaq/base/error.h"

namespace sanaq::tables {
namespace {

using base::Error;
using base::Kind;
using base::message;

struct Signature {
  std::string_view start;
  std::string_view what;
};

constexpr std::array<Signature, 11> signatures = {{
    {"\xFF\xD8\xFF", "JPEG"},
    {"\x89PNG", "PNG"},
    {"GIF8", "GIF"},
    {"%PDF-", "PDF"},
    {"Rar!", "RAR"},
    {"7z\xBC\xAF", "7-Zip"},
    {"\x1F\x8B", "gzip"},
    {"{\\rtf", "RTF"},
    {"II*", "TIFF"},
    {"<!DOCTYPE html", "HTML"},
    {"<html", "HTML"},
}};

FileKind kind_of_zip(std::string_view bytes, const std::string& file) {
  const auto holds = [&](std::string_view name) { return bytes.find(name) != bytes.npos; };
  if (holds("application/vnd.oasis.opendocument.spreadsheet")) return FileKind::ods;
  if (holds("xl/workbook.xml")) return FileKind::xlsx;
  throw Error(Kind::bad_input, message("{}: this is a zip archive or a document, not a table; take "
                                       "the table out of it, or save it as CSV",
                                       file));
}

}  // namespace

FileKind kind_of_file(std::string_view bytes, const std::string& file) {
  if (bytes.empty()) throw Error(Kind::bad_input, message("{}: the file is empty", file));
  if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06"))
    return kind_of_zip(bytes, file);
  if (bytes.starts_with("\xD0\xCF\x11\xE0")) {
    throw Error(Kind::bad_input, message("{}: this is an old .xls file or one locked with a "
                                         "password; save it as .xlsx without a password, or as CSV",
                                         file));
  }
  for (const Signature& signature : signatures) {
    if (bytes.starts_with(signature.start)) {
      throw Error(Kind::bad_input,
                  message("{}: this is a {} file, not a table; name the table itself", file,
                          signature.what));
    }
  }
  return FileKind::text;
}

}  // namespace sanaq::tables
