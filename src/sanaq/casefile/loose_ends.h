// What the case file mentions but does not have: a custody:typo, an event that does not exist.
#pragma once
#include <set>
#include <string>
#include <vector>

#include "sanaq/casefile/bad_cell.h"
#include "sanaq/casefile/view.h"
#include "sanaq/record/bad_cell.h"

namespace sanaq::casefile {

// Returns the acts, custodies, posts, claims, demands and payments of which nobody says what they
// are, but only what became of them. A typing error in an id makes such a thing; it is counted
// nowhere.
[[nodiscard]] std::set<std::string> without_substance(const std::vector<Statement>& said);

// Reports these things, events and organisations of the same sort, subjects of an unknown kind, and
// cells that name an event which no table and no statement has.
[[nodiscard]] std::vector<record::BadCell> loose_ends(const std::vector<Statement>& said);

}  // namespace sanaq::casefile
