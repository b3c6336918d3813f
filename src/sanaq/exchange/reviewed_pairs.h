// A table of pairs whose truth somebody knows: list_l,record_l,list_r,record_r,label (design.md 9,
// Files). One reader for what teaches linking (`link --labels`) and for what a reviewer decided
// (`decide --table`).
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/link/options.h"

namespace sanaq::exchange {

struct Labels {
  std::vector<link::Label> pairs;
  std::vector<std::int64_t> rows;  // one a pair, as a spreadsheet shows them
  std::int64_t not_judged = 0;     // rows with a blank label
};

// In any form that a list may have. label: 1 one person, 0 two persons, blank not judged. Throws
// Error{bad_input} naming file, row and column for a column or cell that is missing and for any
// other label.
[[nodiscard]] Labels read_labels(std::string_view bytes, const std::string& file);

// The same pairs as records of the table. Throws Error{bad_input} naming file, row and column for a
// record that is not there, whose name several have, or that is paired with itself.
[[nodiscard]] std::vector<link::Decision> reviewed_pairs(const Labels& labels,
                                                         const std::string& file,
                                                         const record::RecordTable& records);

}  // namespace sanaq::exchange
