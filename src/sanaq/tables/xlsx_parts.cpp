#include "sanaq/tables/xlsx_parts.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <memory>

#include "sanaq/base/error.h"
#include "sanaq/office/xml_text.h"
#include "sanaq/tables/limits.h"
#include "sanaq/tables/refused_sheet.h"

namespace sanaq::tables {
namespace {

using base::Error;
using base::Kind;
using base::message;
using office::XmlReader;

// The relation r:id is kept apart from id, whatever the prefix.
std::string_view relation_of(const XmlReader& xml) {
  for (const office::XmlAttribute& one : xml.attributes()) {
    if (one.name == "id" && !one.prefix.empty()) return one.value;
  }
  return {};
}

// Calls `on_start` for every element of a part; nothing where there is no such part.
template <typename OnStart>
void walk(const office::Archive& archive, const std::string& part, const std::string& file,
          OnStart on_start) {
  const auto place = archive.find(part);
  if (!place) return;
  XmlReader xml = read_part_xml(archive, *place, file);
  for (XmlReader::Piece piece = xml.next(); piece != XmlReader::Piece::done; piece = xml.next()) {
    if (piece == XmlReader::Piece::start) on_start(xml);
  }
}

struct Relation {
  std::string id, type, part;  // the type's last word, such as worksheet
};

std::string with_slashes(std::string_view name) {
  std::string plain(name);
  std::replace(plain.begin(), plain.end(), '\\', '/');
  return plain;
}

std::string folder_of(std::string_view part) {
  return std::string(part.substr(0, part.rfind('/') + 1));
}

// OPC, 6.2: a target is seen from the folder of the part that has the relation, or from the root.
std::string part_of_target(const std::string& folder, std::string_view target) {
  const std::string plain = with_slashes(target);
  const std::string path = plain.starts_with('/') ? plain : folder + plain;
  std::vector<std::string_view> steps;
  for (std::string_view rest = path; !rest.empty();) {
    const std::size_t end = std::min(rest.find('/'), rest.size());
    const std::string_view step = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (step == "..") {
      if (!steps.empty()) steps.pop_back();
    } else if (!step.empty() && step != ".") {
      steps.push_back(step);
    }
  }
  std::string part;
  for (const std::string_view step : steps) (part += part.empty() ? "" : "/") += step;
  return part;
}

// Of a part, or of the whole file where `part` is empty.
std::vector<Relation> relations_of(const office::Archive& archive, const std::string& part,
                                   const std::string& file) {
  const std::string folder = folder_of(part);
  std::vector<Relation> relations;
  walk(archive, folder + "_rels/" + part.substr(folder.size()) + ".rels", file,
       [&](const XmlReader& xml) {
         if (xml.name() != "Relationship" || xml.attribute("TargetMode") == "External") return;
         const std::string_view type = xml.attribute("Type");
         relations.push_back({std::string(xml.attribute("Id")),
                              std::string(type.substr(type.rfind('/') + 1)),
                              part_of_target(folder, xml.attribute("Target"))});
       });
  return relations;
}

// The file's own relations name it, and it may be called anything; where they say nothing that is
// there, it has its usual name.
std::string workbook_part(const office::Archive& archive, const std::string& file) {
  for (const Relation& relation : relations_of(archive, "", file)) {
    if (relation.type == "officeDocument" && archive.find(relation.part)) return relation.part;
  }
  if (archive.find("xl/workbook.xml")) return "xl/workbook.xml";
  throw Error(Kind::bad_input, message("{}: this is a zip archive or a document, not a table; take "
                                       "the table out of it, or save it as CSV",
                                       file));
}

}  // namespace

std::size_t whole_number(std::string_view digits, std::size_t otherwise) {
  std::size_t number = otherwise;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

XmlReader read_part_xml(const office::Archive& archive, std::size_t part, const std::string& file) {
  const auto stream = std::make_shared<office::PartStream>(archive.open(part));
  return XmlReader([stream](char* into, std::size_t room) { return stream->read(into, room); },
                   file, office::sheet_limits);
}

WorkbookPart read_workbook(const office::Archive& archive, const std::string& file) {
  WorkbookPart workbook;
  const std::string part = workbook_part(archive, file);
  std::map<std::string, std::string, std::less<>> targets;
  for (const Relation& relation : relations_of(archive, part, file)) {
    if (relation.type == "sharedStrings") workbook.strings = relation.part;
    if (relation.type == "styles") workbook.styles = relation.part;
    targets[relation.id] = relation.part;
  }
  walk(archive, part, file, [&](const XmlReader& xml) {
    if (xml.name() == "workbookPr")
      workbook.since_1904 = xml.attribute("date1904") == "1" || xml.attribute("date1904") == "true";
    if (xml.name() != "sheet") return;
    if (workbook.sheets.size() == sheets_max) {
      throw Error(Kind::bad_input, message("{}: the workbook has more than {} sheets; save the one "
                                           "that is the list as a file of its own",
                                           file, sheets_max));
    }
    const auto target = targets.find(relation_of(xml));
    const std::string_view state = xml.attribute("state");
    workbook.sheets.push_back({std::string(xml.attribute("name")),
                               target == targets.end() ? "" : target->second,
                               state == "hidden" || state == "veryHidden"});
  });
  return workbook;
}

namespace {

// The number in "_xHHHH_" at the beginning of `text`.
std::optional<std::uint32_t> escaped_unit(std::string_view text) {
  constexpr std::size_t length = 7;
  if (text.size() < length || !text.starts_with("_x") || text[length - 1] != '_')
    return std::nullopt;
  std::uint32_t unit = 0;
  const char* const end = text.data() + length - 1;
  const auto read = std::from_chars(text.data() + 2, end, unit, 16);
  return read.ec == std::errc{} && read.ptr == end ? std::optional(unit) : std::nullopt;
}

}  // namespace

std::string decoded_xstring(std::string_view text) {
  constexpr std::size_t length = 7;
  std::string decoded;
  for (std::size_t at = text.find("_x"); at != text.npos; at = text.find("_x")) {
    std::optional<std::uint32_t> letter = escaped_unit(text.substr(at));
    std::size_t taken = length;
    if (letter && *letter >= 0xD800 && *letter < 0xDC00) {
      const auto low = escaped_unit(text.substr(at + length));
      if (low && *low >= 0xDC00 && *low < 0xE000) {
        letter = 0x10000 + ((*letter - 0xD800) << 10U) + (*low - 0xDC00);
        taken += length;
      }
    }
    decoded += text.substr(0, at);
    // A line end within a cell is one, however it is written; other controls are no letters.
    if (letter == 0xDU || (letter && office::is_xml_char(*letter))) {
      decoded += *letter == 0xD ? " " : office::utf8_of_letter(*letter);
    } else {
      decoded += text.substr(at, taken = letter ? taken : 2);
    }
    text.remove_prefix(at + taken);
  }
  return decoded += text;
}

SharedTexts::SharedTexts(const office::Archive& archive, const std::string& part,
                         const std::string& file) {
  const auto place = archive.find(part);
  if (!place) return;
  const office::PartInfo& info = archive.parts()[*place];
  if (info.bytes > shared_bytes_freely && info.bytes / shared_ratio_max > info.packed_bytes) {
    throw Error(Kind::bad_input,
                message("{}: its texts unpack to {} MB from {} kB, as no spreadsheet program packs "
                        "them; save the list as CSV",
                        file, info.bytes >> 20, info.packed_bytes >> 10));
  }
  XmlReader xml = read_part_xml(archive, *place, file);
  RichText text;
  for (XmlReader::Piece piece = xml.next(); piece != XmlReader::Piece::done; piece = xml.next()) {
    if (piece == XmlReader::Piece::text) {
      text.characters(xml.text());
    } else if (piece == XmlReader::Piece::start) {
      text.start(xml.name());
      // What the part says of itself saves copying; what comes decides.
      if (xml.name() == "sst")
        ends_.reserve(std::min<std::size_t>(whole_number(xml.attribute("uniqueCount")),
                                            std::min(shared_texts_max, info.bytes / 8)));
    } else {
      text.end(xml.name());
      if (xml.name() != "si") continue;
      if (ends_.size() == shared_texts_max) {
        throw Error(Kind::bad_input,
                    message("{}: more than {} texts stand in it; save the list as CSV", file,
                            shared_texts_max));
      }
      if (all_.empty()) all_.reserve(std::min<std::uint64_t>(info.bytes, text_bytes_freely));
      all_ += decoded_xstring(text.text());
      ends_.push_back(all_.size());
      text.clear();
    }
    if (text.text().size() > cell_bytes_max) refuse_large_cell(file);
  }
}

Styles::Styles(const office::Archive& archive, const std::string& part, const std::string& file) {
  const auto place = archive.find(part);
  if (!place) return;
  bool is_in_cell_formats = false, is_in_fonts = false;
  std::size_t fonts = 0;
  XmlReader xml = read_part_xml(archive, *place, file);
  for (XmlReader::Piece piece = xml.next(); piece != XmlReader::Piece::done; piece = xml.next()) {
    if (piece == XmlReader::Piece::text) continue;
    if (xml.name() == "cellXfs") is_in_cell_formats = piece == XmlReader::Piece::start;
    if (xml.name() == "fonts") is_in_fonts = piece == XmlReader::Piece::start;
    if (piece != XmlReader::Piece::start) continue;
    if (xml.name() == "font" && is_in_fonts) ++fonts;
    if (xml.name() == "strike" && is_in_fonts && fonts > 0 && xml.attribute("val") != "0" &&
        xml.attribute("val") != "false")
      struck_fonts_.insert(fonts - 1);
    if (xml.name() == "numFmt" && shows_date(xml.attribute("formatCode")))
      date_formats_.insert(whole_number(xml.attribute("numFmtId")));
    if (xml.name() == "xf" && is_in_cell_formats) {
      format_of_style_.push_back(whole_number(xml.attribute("numFmtId")));
      font_of_style_.push_back(whole_number(xml.attribute("fontId")));
    }
  }
}

bool Styles::is_date(std::size_t style) const {
  if (style >= format_of_style_.size()) return false;
  const std::size_t id = format_of_style_[style];
  // Built-in formats (18.8.30): 14 to 17 and 22 are dates, 27 to 36 and 50 to 58 those of East
  // Asia.
  return date_formats_.count(id) != 0 || (id >= 14 && id <= 17) || id == 22 ||
         (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
}

bool Styles::is_struck(std::size_t style) const {
  return style < font_of_style_.size() && struck_fonts_.count(font_of_style_[style]) != 0;
}

bool shows_date(std::string_view format_code) {
  bool is_quoted = false;
  for (std::size_t at = 0; at < format_code.size(); ++at) {
    const char letter = format_code[at];
    if (letter == '"') is_quoted = !is_quoted;
    if (is_quoted) continue;
    if (letter == '\\' || letter == '_' || letter == '*')
      ++at;  // the next character stands for itself
    if (letter == '[') at = std::min(format_code.find(']', at), format_code.size() - 1);
    if (letter == 'y' || letter == 'Y' || letter == 'd' || letter == 'D') return true;
  }
  return false;
}

}  // namespace sanaq::tables
