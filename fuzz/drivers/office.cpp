// The text of a word processor and what stands beside it: read, cleaned, and read again.
#include <string>

#include "help/made_zip.h"
#include "input.h"
#include "sanaq/evidence/evidence.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace sanaq;
  const auto parts = fuzz::pieces_of(fuzz::bytes_of(data, size), 4);
  return fuzz::answered_in_words([&] {
    const std::string bytes =
        help::made_zip({{"[Content_Types].xml", std::string(parts[0])},
                        {"word/document.xml", std::string(parts[1])},
                        {"word/_rels/document.xml.rels", std::string(parts[2])},
                        {"docProps/core.xml", std::string(parts[3])}});
    (void)evidence::read_metadata(bytes);
    (void)evidence::clean_copy(bytes);
  });
}
