// Spreadsheets made for tests, with the XML that a test gives.
#pragma once
#include <functional>
#include <string>
#include <string_view>

#include "help/made_zip.h"

namespace sanaq::tables {

inline std::string made_xlsx(std::string sheet, std::string texts = "<sst/>",
                             const std::string& sheets = "<sheet name=\"A\" r:id=\"r1\"/>") {
  return help::made_zip(
      {{"xl/workbook.xml", "<workbook xmlns:r=\"r\"><sheets>" + sheets + "</sheets></workbook>"},
       {"xl/_rels/workbook.xml.rels",
        "<Relationships><Relationship Id=\"r1\" Target=\"worksheets/sheet1.xml\"/>"
        "</Relationships>"},
       {"xl/sharedStrings.xml", std::move(texts)},
       {"xl/worksheets/sheet1.xml", std::move(sheet)}});
}

// The rows of the one sheet come piece by piece.
inline std::string made_xlsx(std::function<bool(std::string& piece)> rows, std::string texts) {
  const auto state = std::make_shared<int>(0);
  return help::made_zip(
      {{"xl/workbook.xml",
        "<workbook xmlns:r=\"r\"><sheets><sheet name=\"A\" r:id=\"r1\"/></sheets></workbook>"},
       {"xl/_rels/workbook.xml.rels",
        "<Relationships><Relationship Id=\"r1\" Target=\"worksheets/sheet1.xml\"/>"
        "</Relationships>"},
       {"xl/sharedStrings.xml", std::move(texts)},
       {.name = "xl/worksheets/sheet1.xml",
        .next = [state, rows = std::move(rows)](std::string& piece) {
          if (*state == 0) {
            piece = "<worksheet><sheetData>";
            return ++*state == 1;
          }
          if (*state == 1 && rows(piece)) return true;
          piece = "</sheetData></worksheet>";
          return ++*state <= 2;
        }}});
}

inline std::string sheet_of(std::string_view rows) {
  return "<worksheet><sheetData>" + std::string(rows) + "</sheetData></worksheet>";
}

inline std::string made_ods(std::string_view tables) {
  return help::made_zip({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
                         {"content.xml",
                          "<office:document-content xmlns:office=\"o\" xmlns:table=\"t\" "
                          "xmlns:text=\"x\"><office:body><office:spreadsheet>" +
                              std::string(tables) +
                              "</office:spreadsheet></office:body></office:document-content>"}});
}

}  // namespace sanaq::tables
