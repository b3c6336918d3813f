// Turns statements back into the rows of tables, so that what was read can be written and read
// again.
#pragma once
#include <string>
#include <vector>

#include "sanaq/casefile/statement.h"

namespace sanaq::casefile {

struct KindRows {
  std::string kind;  // as in [[table]]
  std::vector<std::string> header;
  std::vector<std::vector<std::string>> rows;
};

// Returns one table for each kind that has anything, in the order of the kinds; the last is
// `statement`, for what has no column: the user's own properties, choices of reviewers, reliability
// of sources. read_table gives the same statements again, except for their place.
[[nodiscard]] std::vector<KindRows> entity_rows(const std::vector<Statement>& said);

}  // namespace sanaq::casefile
