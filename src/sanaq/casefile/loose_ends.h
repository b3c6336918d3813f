// What the case file speaks of and does not have: a custody:typo, an event that is not there.
#pragma once
#include <set>
#include <string>
#include <vector>

#include "sanaq/casefile/bad_cell.h"
#include "sanaq/casefile/view.h"
#include "sanaq/record/bad_cell.h"

namespace sanaq::casefile {

// Acts, custodies, posts, claims, demands and payments of which nobody says what they are: only
// what became of them. A slip of the pen in an id makes such a thing; it counts nowhere.
[[nodiscard]] std::set<std::string> without_substance(const std::vector<Statement>& said);

// Those, events and organisations of the same sort, subjects of a kind that there is not, and cells
// that name an event which no table and no statement has.
[[nodiscard]] std::vector<record::BadCell> loose_ends(const std::vector<Statement>& said);

}  // namespace sanaq::casefile
