// The content of an OpenDocument spreadsheet, zipped anew each time.
#include "help/made_zip.h"
#include "input.h"
#include "sanaq/tables/ingest.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  return sanaq::fuzz::answered_in_words([&] {
    const std::string bytes =
        sanaq::help::made_zip({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
                               {"content.xml", std::string(sanaq::fuzz::bytes_of(data, size))}});
    sanaq::base::Progress silent;
    (void)sanaq::tables::ingest_bytes({.name = "a", .path = "a.ods", .threads = 1}, bytes, silent);
  });
}
