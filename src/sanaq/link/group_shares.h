// Shares of levels for each two lists, shrunk towards those of all lists by as much as the
// differences may be chance.
//
// Efron and Morris 1975, for each level on its own: with s its share among all and s_g among the
// n_g matches that tell it of a group, s_g varies by chance by v_g = s (1 - s) / n_g, and between
// groups by tau^2 = sum n_g ((s_g - s)^2 - v_g) / sum n_g; what is believed is s + (s_g - s) tau^2
// / (tau^2 + v_g). So groups may be wholly different in levels that many matches have (two
// languages never have the same word), and stay alike in levels that few have, until many were
// seen.
#pragma once
#include <vector>

#include "sanaq/link/seen_levels.h"

namespace sanaq::link {

// Returns [group][level]; each group adds up to 1, and so must `of_all`, which has one entry for
// each level. `classes` has the class of each level: levels are compared within their class, since
// each group alone tells which class its pairs are of.
[[nodiscard]] std::vector<std::vector<double>> shares_by_group(
    const std::vector<LevelShares>& groups, const std::vector<double>& of_all,
    const std::vector<int>& classes);

}  // namespace sanaq::link
