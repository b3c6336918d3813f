// A CSV file, as it came: encoding, delimiter, header, cells of every kind.
#include "input.h"
#include "sanaq/tables/ingest.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  return sanaq::fuzz::answered_in_words([&] {
    sanaq::base::Progress silent;
    const auto list = sanaq::tables::ingest_bytes({.name = "a", .path = "a.csv", .threads = 1},
                                                  sanaq::fuzz::bytes_of(data, size), silent);
    sanaq::fuzz::expect(list.rows_read == static_cast<std::int64_t>(list.records.rows.size()) +
                                              list.blank_rows +
                                              static_cast<std::int64_t>(list.refused.size()),
                        "every row is a record, blank or refused");
  });
}
