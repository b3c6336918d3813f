// Statements back to the rows of tables, so that what was read can be written and read again.
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

// One a kind that has anything, in the order of the kinds, and `statement` last for what no column
// holds: properties of the user's own, choices of reviewers, who is reliable. read_table gives the
// same statements, but for where they stand.
[[nodiscard]] std::vector<KindRows> entity_rows(const std::vector<Statement>& said);

}  // namespace sanaq::casefile
