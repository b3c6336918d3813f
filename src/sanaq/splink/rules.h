// Blocking rules as a user writes them, "surname,town[1:3],birth_year", said for a Splink model.
#pragma once
#include <set>
#include <string>
#include <vector>

#include "sanaq/record/record_table.h"
#include "sanaq/splink/model.h"

namespace sanaq::splink {

// The model with these rules instead of its own. A word is a whole column, letters of one ("[1:3]",
// "[5:]") or, where no column is called so, what `_year`, `_monthday` and `_local` make of one: the
// year that a date names, its month and day, an address before its @. Throws Error{usage} for a
// column that is not there and for what cannot be said so.
[[nodiscard]] Model with_rules(const Model& model, const std::vector<std::string>& rules,
                               const record::RecordTable& table);

// Every column that the rules may mean, whether it is there or not.
[[nodiscard]] std::set<std::string> columns_of_rules(const std::vector<std::string>& rules);

}  // namespace sanaq::splink
