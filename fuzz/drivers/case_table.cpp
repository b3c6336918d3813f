// A table of the case file: its kind on the first line, then the table.
#include <string>

#include "input.h"
#include "sanaq/casefile/casefile.h"
#include "sanaq/casefile/schema.h"
#include "sanaq/investigation/case_tables.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace sanaq;
  const std::string_view bytes = fuzz::bytes_of(data, size);
  const std::size_t end = bytes.find('\n');
  if (end == bytes.npos) return 0;
  const std::string kind(bytes.substr(0, end));
  return fuzz::answered_in_words([&] {
    if (casefile::table_form(kind) == nullptr) return;
    const casefile::TableRows rows =
        investigation::table_rows({kind, "a.csv"}, bytes.substr(end + 1));
    const casefile::ReadTable read = casefile::read_table(rows, casefile::Vocabulary());
    const casefile::View view(read.statements);
    (void)casefile::to_follow_the_money(view, casefile::entities_of(view));
  });
}
