#include "sanaq/tables/xlsx_write.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <optional>

#include "sanaq/base/check.h"
#include "sanaq/base/error.h"
#include "sanaq/base/shown.h"
#include "sanaq/office/zip_write.h"
#include "sanaq/tables/csv_write.h"
#include "sanaq/tables/limits.h"

namespace sanaq::tables {
namespace {

constexpr std::size_t cell_letters_max = 32'767;
constexpr std::size_t choices_letters_max = 255, note_letters_max = 255;

constexpr std::string_view head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr std::string_view content_types =
    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
    "<Default Extension=\"rels\" "
    "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
    "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
    "<Override PartName=\"/xl/workbook.xml\" "
    "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
    "<Override PartName=\"/xl/styles.xml\" "
    "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/>";
constexpr std::string_view relations =
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
    "<Relationship Id=\"rId1\" "
    "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" "
    "Target=\"xl/workbook.xml\"/></Relationships>";
// Style 1 is a text (format 49, @), 2 the header, 3 a text to fill in, 4 a day, 5 a whole number,
// 6 a text that would be a formula if somebody opened the cell and left it again: as if typed with
// an apostrophe.
constexpr std::string_view styles =
    "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
    "<numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/></numFmts>"
    "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>"
    "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
    "<fills count=\"3\"><fill><patternFill patternType=\"none\"/></fill>"
    "<fill><patternFill patternType=\"gray125\"/></fill>"
    "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFFFF8DC\"/>"
    "<bgColor indexed=\"64\"/></patternFill></fill></fills>"
    "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
    "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/>"
    "</cellStyleXfs><cellXfs count=\"7\">"
    "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
    "<xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" "
    "applyNumberFormat=\"1\"/>"
    "<xf numFmtId=\"49\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" "
    "applyNumberFormat=\"1\" applyFont=\"1\"/>"
    "<xf numFmtId=\"49\" fontId=\"0\" fillId=\"2\" borderId=\"0\" xfId=\"0\" "
    "applyNumberFormat=\"1\" applyFill=\"1\"/>"
    "<xf numFmtId=\"164\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" "
    "applyNumberFormat=\"1\"/>"
    "<xf numFmtId=\"1\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" "
    "applyNumberFormat=\"1\"/>"
    "<xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" "
    "quotePrefix=\"1\" applyNumberFormat=\"1\"/>"
    "</cellXfs></styleSheet>";

std::string column_letters(std::size_t column) {
  std::string letters;
  for (std::size_t left = column + 1; left > 0; left = (left - 1) / 26)
    letters.insert(letters.begin(), static_cast<char>('A' + (left - 1) % 26));
  return letters;
}

std::string reference(std::size_t column, std::size_t row) {
  return column_letters(column) + std::to_string(row + 1);
}

std::string escaped(std::string_view text) {
  std::string out;
  for (const char letter : text) {
    switch (letter) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += letter;
    }
  }
  return out;
}

// Letters as Excel counts them, in UTF-16; well-formed UTF-8 is expected.
std::string cut(const std::string& text, std::size_t letters_max) {
  if (text.size() <= letters_max) return text;
  std::size_t letters = 0, kept = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if ((byte & 0xC0) == 0x80) continue;
    if (letters < letters_max) kept = at;  // here one letter fewer than the most ends
    letters += byte >= 0xF0 ? 2 : 1;
  }
  return letters <= letters_max ? text : text.substr(0, kept) + "…";
}

// What Excel is told in an attribute or a formula is no ST_Xstring.
std::string plain(const std::string& text, std::size_t letters_max) {
  std::string out = cut(base::as_utf8(text), letters_max);
  std::replace_if(
      out.begin(), out.end(), [](unsigned char letter) { return letter < 0x20; }, ' ');
  return escaped(out);
}

void add_text(std::string& xml, const std::string& place, const std::string& text, int style) {
  xml += fmt::format("<c r=\"{}\" s=\"{}\"", place, style);
  if (text.empty()) {
    xml += "/>";
    return;
  }
  xml += " t=\"inlineStr\"><is><t xml:space=\"preserve\">" +
         escaped(encoded_xstring(cut(base::as_utf8(text), cell_letters_max))) + "</t></is></c>";
}

bool are_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == text.npos;
}

// Excel's number of a day "2011-12-16": days since 1899-12-30, right from 1 March 1900 on, since
// Excel knows a 29 February 1900. None for anything else.
std::optional<std::int64_t> serial_of(const std::string& text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const std::string year = text.substr(0, 4), month = text.substr(5, 2), day = text.substr(8);
  if (!are_digits(year) || !are_digits(month) || !are_digits(day)) return std::nullopt;
  const std::chrono::year_month_day written{
      std::chrono::year(std::stoi(year)),
      std::chrono::month(static_cast<unsigned>(std::stoi(month))),
      std::chrono::day(static_cast<unsigned>(std::stoi(day)))};
  if (!written.ok()) return std::nullopt;
  constexpr std::int64_t days_before_1970 = 25'569, first_right = 61;
  const std::int64_t serial =
      std::chrono::sys_days(written).time_since_epoch().count() + days_before_1970;
  return serial < first_right ? std::nullopt : std::optional(serial);
}

// Fifteen digits are what a spreadsheet's number holds; 007 is an id.
bool is_number(const std::string& text) {
  constexpr std::size_t digits_max = 15;
  const std::string_view digits = std::string_view(text).substr(text.starts_with('-') ? 1 : 0);
  return are_digits(digits) && digits.size() <= digits_max && (digits == text || digits != "0") &&
         (digits.size() == 1 || digits[0] != '0');
}

void add_cell(std::string& xml, const std::string& place, const std::string& text,
              const SheetColumn& column) {
  if (column.cells == SheetCells::days) {
    if (const auto serial = serial_of(text)) {
      xml += fmt::format("<c r=\"{}\" s=\"4\"><v>{}</v></c>", place, *serial);
      return;
    }
  } else if (column.cells == SheetCells::numbers && is_number(text)) {
    xml += fmt::format("<c r=\"{}\" s=\"5\"><v>{}</v></c>", place, text);
    return;
  }
  const bool begins_formula = neutralised(text) != text;
  add_text(xml, place, text, column.is_to_fill_in ? 3 : begins_formula ? 6 : 1);
}

std::string views_and_widths(const Sheet& sheet) {
  const std::string corner = reference(sheet.columns_kept, 1);
  std::string xml = fmt::format(
      "<sheetViews><sheetView workbookViewId=\"0\"><pane {}ySplit=\"1\" topLeftCell=\"{}\" "
      "activePane=\"{}\" state=\"frozen\"/></sheetView></sheetViews><cols>",
      sheet.columns_kept > 0 ? fmt::format("xSplit=\"{}\" ", sheet.columns_kept) : "", corner,
      sheet.columns_kept > 0 ? "bottomRight" : "bottomLeft");
  for (std::size_t at = 0; at < sheet.columns.size(); ++at)
    xml += fmt::format("<col min=\"{0}\" max=\"{0}\" width=\"{1}\" style=\"1\" customWidth=\"1\"/>",
                       at + 1, sheet.columns[at].width);
  return xml + "</cols>";
}

std::string cells_of(const Sheet& sheet) {
  std::string xml = "<sheetData><row r=\"1\">";
  for (std::size_t at = 0; at < sheet.columns.size(); ++at)
    add_text(xml, reference(at, 0), sheet.columns[at].header, 2);
  xml += "</row>";
  for (std::size_t row = 0; row < sheet.rows.size(); ++row) {
    base::check(sheet.rows[row].size() == sheet.columns.size(), "a row has a cell a column");
    xml += fmt::format("<row r=\"{}\">", row + 2);
    for (std::size_t at = 0; at < sheet.columns.size(); ++at)
      add_cell(xml, reference(at, row + 1), sheet.rows[row][at], sheet.columns[at]);
    xml += "</row>";
  }
  return xml + "</sheetData>";
}

std::string list_of(const std::vector<std::string>& choices) {
  std::string list;
  for (const std::string& choice : choices) list += (list.empty() ? "" : ",") + choice;
  base::check(list.size() <= 4 * choices_letters_max, "the choices of a cell are short");
  return "\"" + list + "\"";
}

std::string choices_of(const Sheet& sheet) {
  std::string xml;
  int count = 0;
  for (std::size_t at = 0; at < sheet.columns.size(); ++at) {
    const SheetColumn& column = sheet.columns[at];
    if (column.choices.empty() || sheet.rows.empty()) continue;
    ++count;
    xml += fmt::format(
        "<dataValidation type=\"list\" allowBlank=\"1\" showInputMessage=\"1\" "
        "showErrorMessage=\"0\" prompt=\"{}\" sqref=\"{}:{}\"><formula1>{}</formula1>"
        "</dataValidation>",
        plain(column.note, note_letters_max), reference(at, 1), reference(at, sheet.rows.size()),
        plain(list_of(column.choices), choices_letters_max));
  }
  if (count == 0) return "";
  return fmt::format("<dataValidations count=\"{}\">{}</dataValidations>", count, xml);
}

std::string worksheet(const Sheet& sheet) {
  return std::string(head) +
         "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">" +
         views_and_widths(sheet) + cells_of(sheet) +
         fmt::format("<autoFilter ref=\"A1:{}\"/>",
                     reference(sheet.columns.size() - 1, sheet.rows.size())) +
         choices_of(sheet) + "</worksheet>";
}

// Excel refuses a workbook with one of these in a sheet's name, or with two sheets of one name.
std::string sheet_name(const Sheet& sheet, std::size_t at) {
  std::string name = sheet.name;
  std::replace_if(
      name.begin(), name.end(),
      [](char letter) { return std::string_view("[]:*?/\\'").find(letter) != std::string::npos; },
      ' ');
  constexpr std::size_t letters_max = 31, kept = 27;
  return at == 0 ? plain(name, letters_max) : plain(name, kept) + fmt::format(" {}", at + 1);
}

std::string workbook(const std::vector<Sheet>& sheets) {
  std::string xml = std::string(head) +
                    "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
                    "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/"
                    "relationships\"><sheets>";
  for (std::size_t at = 0; at < sheets.size(); ++at)
    xml += fmt::format("<sheet name=\"{0}\" sheetId=\"{1}\" r:id=\"rId{1}\"/>",
                       sheet_name(sheets[at], at), at + 1);
  return xml + "</sheets></workbook>";
}

std::string workbook_relations(std::size_t sheet_count) {
  constexpr std::string_view kind =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  std::string xml =
      std::string(head) +
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
  for (std::size_t sheet = 1; sheet <= sheet_count; ++sheet)
    xml += fmt::format(
        "<Relationship Id=\"rId{0}\" Type=\"{1}worksheet\" Target=\"worksheets/sheet{0}.xml\"/>",
        sheet, kind);
  return xml + fmt::format(
                   "<Relationship Id=\"rId{}\" Type=\"{}styles\" Target=\"styles.xml\"/>"
                   "</Relationships>",
                   sheet_count + 1, kind);
}

std::string types_of(std::size_t sheet_count) {
  std::string xml = std::string(head) + std::string(content_types);
  for (std::size_t sheet = 1; sheet <= sheet_count; ++sheet)
    xml += fmt::format(
        "<Override PartName=\"/xl/worksheets/sheet{}.xml\" ContentType=\"application/"
        "vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>",
        sheet);
  return xml + "</Types>";
}

bool is_escape(std::string_view text) {
  if (text.size() < 7 || text[0] != '_' || text[1] != 'x' || text[6] != '_') return false;
  return text.substr(2, 4).find_first_not_of("0123456789abcdefABCDEF") == text.npos;
}

}  // namespace

std::string encoded_xstring(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto letter = static_cast<unsigned char>(text[at]);
    const bool is_noncharacter =
        text.substr(at).starts_with("\xEF\xBF\xBE") || text.substr(at).starts_with("\xEF\xBF\xBF");
    if (is_noncharacter) {  // U+FFFE, U+FFFF
      out += static_cast<unsigned char>(text[at + 2]) == 0xBE ? "_xFFFE_" : "_xFFFF_";
      at += 2;
    } else if ((letter < 0x20 && letter != '\t' && letter != '\n') || is_escape(text.substr(at))) {
      out += fmt::format("_x{:04X}_", letter);
    } else {
      out += text[at];
    }
  }
  return out;
}

std::string write_xlsx(const std::vector<Sheet>& sheets) {
  base::check(!sheets.empty(), "a workbook has a sheet");
  std::vector<office::ZipPart> parts = {
      {"[Content_Types].xml", types_of(sheets.size())},
      {"_rels/.rels", std::string(head) + std::string(relations)},
      {"xl/workbook.xml", workbook(sheets)},
      {"xl/_rels/workbook.xml.rels", workbook_relations(sheets.size())}};
  for (std::size_t at = 0; at < sheets.size(); ++at) {
    base::check(!sheets[at].columns.empty(), "a sheet has a column");
    if (sheets[at].rows.size() >= sheet_rows_max)
      throw base::Error(base::Kind::bad_input,
                        base::message("the table has {} rows, and a sheet has room for {}; take it "
                                      "as CSV",
                                      sheets[at].rows.size(), sheet_rows_max - 1));
    parts.push_back({fmt::format("xl/worksheets/sheet{}.xml", at + 1), worksheet(sheets[at])});
  }
  parts.push_back({"xl/styles.xml", std::string(head) + std::string(styles)});
  return office::write_zip(parts);
}

std::string write_xlsx(const Sheet& sheet) { return write_xlsx(std::vector<Sheet>{sheet}); }

}  // namespace sanaq::tables
