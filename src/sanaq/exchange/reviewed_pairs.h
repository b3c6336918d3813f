// A table of pairs whose truth somebody knows: list_l,record_l,list_r,record_r,label (design.md 9,
// Files). The same reader serves what linking learns from (`link --labels`) and what a reviewer
// decided (`decide --table`).
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/link/options.h"

namespace sanaq::exchange {

struct Labels {
  std::vector<link::Label> pairs;
  std::vector<std::int64_t> rows;  // one for each pair, as a spreadsheet shows them
  std::int64_t not_judged = 0;     // number of rows with a blank label
};

// Reads the table in any form that a list may have. The label is 1 for one person, 0 for two
// persons, and blank for not judged. Throws Error{bad_input}, naming file, row and column, for a
// missing column or cell and for any other label.
[[nodiscard]] Labels read_labels(std::string_view bytes, const std::string& file);

// Returns the pairs as indices of records. Throws Error{bad_input}, naming file, row and column,
// for a record that does not exist, whose name several records have, or that is paired with itself.
[[nodiscard]] std::vector<link::Decision> reviewed_pairs(const Labels& labels,
                                                         const std::string& file,
                                                         const record::RecordTable& records);

}  // namespace sanaq::exchange
