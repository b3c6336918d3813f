// Finds persons from pairs. Each person is an urn of values for every field, and a register is a
// partition of the records.
//
// A new row repeats one of the person's earlier values, brings a new one, or is an error (notes on
// linking, section 6). So agreement with ten equal rows counts once, and disagreement with ten
// counts for more than with one. Sizes of persons have a prior of their own.
#pragma once
#include <vector>

#include "sanaq/base/progress.h"
#include "sanaq/link/columns.h"
#include "sanaq/link/pair_model.h"
#include "sanaq/link/persons.h"

namespace sanaq::link {

[[nodiscard]] Register find_persons(const PairModel& model, const std::vector<Feature>& features,
                                    const std::vector<Candidate>& edges,
                                    const Constraints& constraints, const Wanted& wanted,
                                    base::Progress& progress);

}  // namespace sanaq::link
