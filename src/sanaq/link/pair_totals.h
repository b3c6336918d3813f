// How many pairs and matches there can be, by the lists alone.
#pragma once
#include "sanaq/link/pair_evidence.h"
#include "sanaq/link/pair_space.h"
#include "sanaq/record/record_table.h"

namespace sanaq::link {

[[nodiscard]] PairTotals pair_totals(const PairSpace& space);

// More matches than the lists allow, if none of them has anybody twice; infinite where one may.
[[nodiscard]] double matches_most(const record::RecordTable& table);

}  // namespace sanaq::link
