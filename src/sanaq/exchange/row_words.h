// The words of a row, for whoever decides on it and for whoever is told what was decided.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sanaq/base/catalog.h"
#include "sanaq/record/record_table.h"

namespace sanaq::exchange {

// The table must outlive it.
class RowWords {
 public:
  explicit RowWords(const record::RecordTable& records);

  // Returns the record's name as `sanaq decide` takes it: "morgue:17", or "morgue:#5" if the id is
  // not that of one record only.
  [[nodiscard]] std::string reference(std::uint32_t record) const;
  // Returns the row as written: "Aibar Tanbaev (birth 1970-02-03, date 2011-12-16)"; what the cells
  // are is said in the catalogue's language.
  [[nodiscard]] std::string line(std::uint32_t record,
                                 const base::Catalog& catalog = base::Catalog()) const;
  // Returns both: "morgue:17 Aibar Tanbaev (birth 1970-02-03)".
  [[nodiscard]] std::string named_line(std::uint32_t record,
                                       const base::Catalog& catalog = base::Catalog()) const;

 private:
  const record::RecordTable& records_;
  std::vector<bool> is_id_shared_;  // one a record: others of its list have the same id
};

// Returns the text of a value for people: of a date that was made from columns of a year, a month
// and a day without the places of what is not known ("1983--" is 1983).
[[nodiscard]] std::string_view value_shown(const record::Column& column, std::uint32_t code);

// Returns the name, or family name, given name and patronymic, as written; "" if no cell has one.
[[nodiscard]] std::string name_as_written(const record::RecordTable& records, std::uint32_t record);

// What a reviewer is shown: every filled cell except the id, with the name of its FIELD or, for the
// user's own columns, its header, in the order of the columns. Two columns of one name become one.
using ShownCells = std::vector<std::pair<std::string, std::string>>;
[[nodiscard]] ShownCells shown_cells(const record::RecordTable& records, std::uint32_t record);

// Returns a digest of the list and the shown cells, 32 hex digits. If it is unchanged, the row
// still says what was shown, in whatever order its columns are now.
[[nodiscard]] std::string shown_digest(const record::RecordTable& records, std::uint32_t record);

}  // namespace sanaq::exchange
