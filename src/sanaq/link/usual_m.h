// What matches usually look like, before any is seen, and what they may look like at all.
#pragma once
#include <vector>

#include "sanaq/link/columns.h"

namespace sanaq::link {

// m of every level of the feature, adds up to 1; `exact`: the share of matches that are equal on it
// (moments.h), which whole names do not ask.
[[nodiscard]] std::vector<double> usual_m(const Feature& feature, double exact);

// Draws m of names and of parts of names back to what one human being's names may do: a class in
// which they differ more often is that of kin who died together, not of matches. Still adds up
// to 1.
void bound_m(const Feature& feature, std::vector<double>& m);

}  // namespace sanaq::link
