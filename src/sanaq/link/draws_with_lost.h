// The drawn registers as they are handed out: with what rules and the cut lose put back.
#pragma once
#include <cstdint>
#include <vector>

#include "sanaq/link/crew.h"
#include "sanaq/link/persons.h"
#include "sanaq/link/prepared_records.h"
#include "sanaq/link/result.h"

namespace sanaq::link {

// `draws`: of records in their order, with numbers without meaning. `lost`: matches that are put
// back into each (lost_matches.h), but for those that other records have brought together in the
// draws already. Gives the person of each record of the table, numbered by first record.
[[nodiscard]] std::vector<std::vector<std::uint32_t>> draws_with_lost(
    const PreparedRecords& records, const std::vector<Candidate>& edges,
    const std::vector<std::vector<std::uint32_t>>& draws, const std::vector<Lost>& lost,
    Crew& crew);

}  // namespace sanaq::link
