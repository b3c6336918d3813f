// What matches usually look like, before any is seen, and limits to what they may look like.
#pragma once
#include <vector>

#include "sanaq/link/columns.h"

namespace sanaq::link {

// Returns m of every level of the feature; it adds up to 1. `exact` is the share of matches that
// are equal on it (moments.h), which is not used for whole names.
[[nodiscard]] std::vector<double> usual_m(const Feature& feature, double exact);

// Limits m of names and of parts of names to what the names of one human being may do: a class in
// which they differ more often is that of relatives who died together, not of matches. It still
// adds up to 1.
void bound_m(const Feature& feature, std::vector<double>& m);

}  // namespace sanaq::link
