#include "sanaq/tables/file_kind.h"

#include <algorithm>
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

constexpr std::array<Signature, 15> signatures = {{
    {"\xFF\xD8\xFF", "JPEG"},
    {"\x89PNG", "PNG"},
    {"GIF8", "GIF"},
    {"%PDF-", "PDF"},
    {"Rar!", "RAR"},
    {"7z\xBC\xAF", "7-Zip"},
    {"\x1F\x8B", "gzip"},
    {"\xFD"
     "7zXZ",
     "xz"},
    {"{\\rtf", "RTF"},
    {"II*", "TIFF"},
    {std::string_view("MM\0*", 4), "TIFF"},
    {"SQLite format 3", "SQLite"},
    {std::string_view("\0\1\0\0Standard ", 13), "Access"},
    {"$FL2", "SPSS"},
    {"ID;PWXL", "SYLK"},
}};

// ---- zipped files

[[noreturn]] void refuse_numbers(const std::string& file) {
  throw Error(
      Kind::bad_input,
      message("{}: this is a document of Apple's Numbers; in Numbers choose File, Export To, "
              "Excel, and take the file that it makes",
              file));
}

[[noreturn]] void refuse_binary_workbook(const std::string& file) {
  throw Error(Kind::bad_input, message("{}: this is an Excel binary workbook (.xlsb); open it in "
                                       "Excel or LibreOffice and save it as .xlsx",
                                       file));
}

[[noreturn]] void refuse_text_document(const std::string& file) {
  throw Error(Kind::bad_input,
              message("{}: this is a text document, not a table; copy the table in "
                      "it into a spreadsheet and save that as .xlsx",
                      file));
}

// Parts of an office file may have any name and stand anywhere; what lists the relations does not.
FileKind kind_of_zip(std::string_view bytes, const std::string& file) {
  const auto holds = [&](std::string_view name) { return bytes.find(name) != bytes.npos; };
  const auto holds_part = [&](const std::string& folder, const std::string& name) {
    return holds(folder + "/" + name) || holds(folder + "\\" + name);
  };
  if (holds("application/vnd.oasis.opendocument.spreadsheet")) return FileKind::ods;
  if (holds("application/vnd.oasis.opendocument.text")) refuse_text_document(file);
  if (holds_part("Index", "Document.iwa") || holds("Index.zip")) refuse_numbers(file);
  if (holds_part("xl", "workbook.bin")) refuse_binary_workbook(file);
  if (holds_part("xl", "workbook.xml")) return FileKind::xlsx;
  if (holds_part("word", "document.xml")) refuse_text_document(file);
  if (holds_part("_rels", ".rels") && !holds_part("ppt", "presentation.xml")) return FileKind::xlsx;
  throw Error(Kind::bad_input, message("{}: this is a zip archive or a document, not a table; take "
                                       "the table out of it, or save it as CSV",
                                       file));
}

// ---- old office files: streams in one file, with names in UTF-16

[[noreturn]] void refuse_old_workbook(const std::string& file) {
  throw Error(Kind::bad_input, message("{}: this is an old Excel file (.xls); open it in Excel or "
                                       "LibreOffice and save it as .xlsx",
                                       file));
}

[[noreturn]] void refuse_old_office_file(std::string_view bytes, const std::string& file) {
  const auto holds = [&](std::string_view name) {
    std::string wide;
    for (const char letter : name) (wide += letter) += '\0';
    return bytes.find(wide) != bytes.npos;
  };
  if (holds("EncryptedPackage")) {
    throw Error(Kind::bad_input,
                message("{}: this spreadsheet is locked with a password; open it in Excel or "
                        "LibreOffice and save it as .xlsx without one",
                        file));
  }
  if (holds("WordDocument")) refuse_text_document(file);
  if (holds("Workbook") || holds("Book")) refuse_old_workbook(file);
  throw Error(Kind::bad_input, message("{}: this is an old .xls file or one locked with a "
                                       "password; save it as .xlsx without a password, or as CSV",
                                       file));
}

// ---- texts of tags

// The beginning of a text in small letters: without its mark, the zeros of UTF-16, and blanks.
std::string plain_beginning(std::string_view bytes) {
  constexpr std::size_t looked_at = 8192;
  std::string plain;
  for (const char byte : bytes.substr(0, looked_at)) {
    const auto number = static_cast<unsigned char>(byte);
    const bool is_mark = number == 0xEF || number == 0xBB || number == 0xBF || number >= 0xFE;
    if (number == 0 || (plain.empty() && (is_mark || number <= ' '))) continue;
    plain += byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
  }
  return plain;
}

bool begins_web_page(std::string_view plain) {
  constexpr std::array<std::string_view, 26> tags = {
      "html", "head", "body",    "title", "meta", "style", "script", "link",   "base",
      "div",  "span", "table",   "thead", "tr",   "td",    "p",      "br",     "center",
      "font", "form", "section", "main",  "h1",   "h2",    "pre",    "article"};
  if (plain.starts_with("<!doctype") || plain.starts_with("<!--")) return true;
  if (plain.starts_with("mime-version:")) return true;
  if (!plain.starts_with('<')) return false;
  const std::string_view name = plain.substr(1, plain.find_first_of(" \t\r\n/>", 1) - 1);
  return std::find(tags.begin(), tags.end(), name) != tags.end();
}

void refuse_tags(std::string_view bytes, const std::string& file) {
  const std::string plain = plain_beginning(bytes);
  const auto holds = [&](std::string_view text) { return plain.find(text) != plain.npos; };
  const bool is_xml = plain.starts_with("<?xml") || plain.starts_with("<?mso-application");
  if (!is_xml && !begins_web_page(plain) && !plain.starts_with("<workbook") &&
      !plain.starts_with("<office:document"))
    return;
  if (holds("urn:schemas-microsoft-com:office:spreadsheet") && !holds("<html")) {
    throw Error(Kind::bad_input, message("{}: this is an XML spreadsheet of Excel 2003; open it in "
                                         "Excel or LibreOffice and save it as .xlsx",
                                         file));
  }
  if (holds("<office:document")) {
    throw Error(Kind::bad_input, message("{}: this is a flat OpenDocument file (.fods); open it in "
                                         "LibreOffice and save it as .ods or .xlsx",
                                         file));
  }
  if (!is_xml || holds("<html") || holds("<!doctype html")) {
    throw Error(Kind::bad_input, message("{}: this is a web page, whatever its name says; open it "
                                         "in Excel or LibreOffice and save it as .xlsx",
                                         file));
  }
  throw Error(Kind::bad_input,
              message("{}: this is an XML file, not a table; open it in the program "
                      "that it comes from and save the table as .xlsx or CSV",
                      file));
}

}  // namespace

FileKind kind_of_file(std::string_view bytes, const std::string& file) {
  if (bytes.empty()) throw Error(Kind::bad_input, message("{}: the file is empty", file));
  if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06"))
    return kind_of_zip(bytes, file);
  if (bytes.starts_with("\xD0\xCF\x11\xE0")) refuse_old_office_file(bytes, file);
  for (const std::string_view old :
       {std::string_view("\x09\x00\x04\x00", 4), std::string_view("\x09\x02\x06\x00", 4),
        std::string_view("\x09\x04\x06\x00", 4)}) {
    if (bytes.starts_with(old)) refuse_old_workbook(file);
  }
  for (const Signature& signature : signatures) {
    if (bytes.starts_with(signature.start)) {
      throw Error(Kind::bad_input,
                  message("{}: this is a {} file, not a table; name the table itself", file,
                          signature.what));
    }
  }
  refuse_tags(bytes, file);
  return FileKind::text;
}

}  // namespace sanaq::tables
