// A row as its list says it: for whoever decides on it, and for whoever is told what was decided.
#pragma once
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "sanaq/record/record_names.h"

namespace sanaq::exchange {

// The table must outlive it.
class RowWords {
 public:
  explicit RowWords(const record::RecordTable& records) : records_(records), names_(records) {}

  // As `sanaq decide` takes it: "morgue:17", or "morgue:#5" where the id does not name one record.
  [[nodiscard]] std::string reference(std::uint32_t record) const;
  // "Aibar Tanbaev (birth 1970-02-03, date 2011-12-16)", as written.
  [[nodiscard]] std::string line(std::uint32_t record) const;
  // "morgue:17 Aibar Tanbaev (birth 1970-02-03)"
  [[nodiscard]] std::string named_line(std::uint32_t record) const;

 private:
  const record::RecordTable& records_;
  record::RecordNames names_;
};

// Name, or family, given name and patronymic, as written; "" where no cell says one.
[[nodiscard]] std::string name_as_written(const record::RecordTable& records, std::uint32_t record);

// What a reviewer is shown: every filled cell but the id's, with the name of its FIELD or, of the
// user's own columns, its header; in the order of the columns. Two of one name are one.
using ShownCells = std::vector<std::pair<std::string, std::string>>;
[[nodiscard]] ShownCells shown_cells(const record::RecordTable& records, std::uint32_t record);

// Digest of list and shown cells, 32 hex digits: where it is the same, the row still says what was
// shown, wherever its columns stand now.
[[nodiscard]] std::string shown_digest(const record::RecordTable& records, std::uint32_t record);

}  // namespace sanaq::exchange
