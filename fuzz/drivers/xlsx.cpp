// A workbook's parts: sheet, shared texts, styles, workbook, relations; zipped anew each time,
// since mutated zips hardly get past their checksums (archive.cpp has those).
#include "help/made_zip.h"
#include "input.h"
#include "sanaq/tables/ingest.h"

namespace {

std::string part(std::string_view given, std::string_view otherwise) {
  return std::string(given.empty() ? otherwise : given);
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto parts = sanaq::fuzz::pieces_of(sanaq::fuzz::bytes_of(data, size), 5);
  return sanaq::fuzz::answered_in_words([&] {
    const std::string bytes = sanaq::help::made_zip(
        {{"xl/worksheets/sheet1.xml", std::string(parts[0])},
         {"xl/sharedStrings.xml",
          part(parts[1], "<sst><si><t>name</t></si><si><t>date</t></si></sst>")},
         {"xl/styles.xml",
          part(parts[2], "<styleSheet><cellXfs><xf numFmtId=\"14\"/></cellXfs></styleSheet>")},
         {"xl/workbook.xml", part(parts[3],
                                  "<workbook xmlns:r=\"r\"><sheets><sheet name=\"A\" "
                                  "r:id=\"r1\"/></sheets></workbook>")},
         {"xl/_rels/workbook.xml.rels",
          part(parts[4],
               "<Relationships><Relationship Id=\"r1\" Target=\"worksheets/sheet1.xml\"/>"
               "</Relationships>")}});
    sanaq::base::Progress silent;
    (void)sanaq::tables::ingest_bytes({.name = "a", .path = "a.xlsx", .threads = 1}, bytes, silent);
  });
}
