// A table of pairs that a reviewer judged: list_l,record_l,list_r,record_r,label (design.md 9,
// Files).
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/investigation/investigation.h"

namespace sanaq::investigation {

struct ReviewedPairs {
  std::vector<link::Decision> pairs;
  std::int64_t not_judged = 0;  // rows with a blank label
};

// label: 1 one person, 0 two persons, blank not judged. Records by id or by #ROW. Throws
// Error{bad_input} naming file, row and column for a column that is missing, a record that is not
// there and a label that is none of these.
[[nodiscard]] ReviewedPairs read_reviewed_pairs(std::string_view bytes, const std::string& file,
                                                const record::RecordTable& records);

}  // namespace sanaq::investigation
