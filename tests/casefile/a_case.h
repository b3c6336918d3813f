// Small case files of invented things, as rows or as things.
#pragma once
#include <string>
#include <vector>

#include "sanaq/casefile/casefile.h"

namespace sanaq::casefile::test {

// Rows below a header, from lines whose cells are parted by ';'.
inline TableRows rows_of(const std::string& kind, const std::vector<std::string>& lines) {
  TableRows table{kind, kind + ".csv", std::string(64, 'a'), {}, {}, {}};
  for (std::size_t at = 0; at < lines.size(); ++at) {
    std::vector<std::string> cells(1);
    for (const char letter : lines[at]) {
      if (letter == ';') {
        cells.emplace_back();
      } else {
        cells.back() += letter;
      }
    }
    if (at == 0) {
      table.header = cells;
    } else {
      table.rows.push_back(cells);
      table.row_numbers.push_back(static_cast<std::int64_t>(at) + 1);
    }
  }
  return table;
}

inline ReadTable read(const std::string& kind, const std::vector<std::string>& lines) {
  return read_table(rows_of(kind, lines), Vocabulary());
}

inline std::vector<Statement> both(std::vector<Statement> first,
                                   const std::vector<Statement>& second) {
  first.insert(first.end(), second.begin(), second.end());
  return first;
}

inline std::optional<PartialDate> date(const char* text) { return record::from_edtf(text); }
inline std::int32_t day(const char* text) { return record::from_edtf(text)->first_day; }

inline Statement said(const std::string& subject, const std::string& property,
                      const std::string& value, const std::string& source = "s") {
  Statement one;
  one.subject = subject;
  one.property = property;
  one.value = value;
  one.source = source;
  return one;
}

}  // namespace sanaq::casefile::test
