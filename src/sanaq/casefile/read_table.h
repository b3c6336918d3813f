// Rows of a table to statements; every cell that cannot be read is reported and its row is kept.
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/base/message.h"
#include "sanaq/base/result.h"
#include "sanaq/casefile/bad_cell.h"
#include "sanaq/casefile/said.h"
#include "sanaq/casefile/vocabulary.h"
#include "sanaq/record/partial_date.h"

namespace sanaq::casefile {

struct TableRows {
  std::string kind;  // as in [[table]]
  std::string file, hash;
  std::vector<std::string> header;
  std::vector<std::vector<std::string>> rows;  // trimmed; as many cells as the header, or more
  std::vector<std::int64_t> row_numbers;       // as a spreadsheet shows them
  std::vector<std::string> ignored = {};       // headers that the settings say to pass over
  // Headers that the settings name as the column of visibility, and that do not stand there.
  std::vector<std::string> missing = {};
};

struct ReadTable {
  std::vector<Said> said;  // in row order
  std::vector<BadCell> bad_cells;
  std::vector<base::Message> warnings;
  std::int64_t rows_read = 0, refused = 0;
  bool says_visibility = false;         // it has the column
  std::vector<base::Message> closings;  // why every row is sealed, and what to do; empty: it is not
};

// How a cell of a column is read as a date; rooms above know how people write dates.
using ReadDate = std::function<base::Result<std::optional<record::PartialDate>>(
    std::string_view column, std::string_view cell)>;
// EDTF alone.
[[nodiscard]] base::Result<std::optional<record::PartialDate>> read_edtf(std::string_view column,
                                                                         std::string_view cell);

// Throws Error{bad_input} for a kind that is none and for a table without any known column.
[[nodiscard]] ReadTable read_table(const TableRows& table, const Vocabulary& vocabulary,
                                   const ReadDate& read_date = read_edtf);

}  // namespace sanaq::casefile
