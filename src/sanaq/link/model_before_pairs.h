// The model from which learning starts: before any pair that a rule finds is looked at.
#pragma once
#include "sanaq/link/crew.h"
#include "sanaq/link/estimate_chance.h"
#include "sanaq/link/pair_model.h"
#include "sanaq/link/prepared_records.h"

namespace sanaq::link {

// u as it is, and as it is where a field that goes together with another agrees with it
// (moments.h); m by the moments and what is usual; twins.
[[nodiscard]] PairModel model_before_pairs(const PreparedRecords& records,
                                           const ChanceAgreement& chance, Crew& crew);

}  // namespace sanaq::link
