// Which list catches whom: the part of the truth on which every estimate depends.
#pragma once
#include <cstdint>
#include <vector>

#include "sanaq/base/progress.h"
#include "sanaq/simulate/list_plans.h"
#include "sanaq/simulate/population.h"

namespace sanaq::simulate {

// [list][person]. On the log-odds scale a person's chance of list j is
//   a_j + heterogeneity * (+- v by the visible class) + dependence * (partner_shift where the
//   partner caught them + worker_shift for oil workers);
// a_j is chosen so that the expected share of persons is the list's coverage. Both 0 make
// independent lists, whose Petersen estimate is right; 1 is what lists of the dead show; 3 is
// harsh. Throws Error{stopped} if `progress` says so.
[[nodiscard]] std::vector<std::vector<bool>> capture(
    const std::vector<Person>& persons, const std::vector<ListPlan>& plans, double dependence,
    double heterogeneity, std::uint64_t seed, const base::Progress& progress = base::Progress());

}  // namespace sanaq::simulate
