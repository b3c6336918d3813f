// Persons as they are handed out: of the records as the table has them.
#pragma once
#include <cstdint>
#include <vector>

#include "sanaq/link/prepared_records.h"
#include "sanaq/link/result.h"

namespace sanaq::link {

// `person_of` (numbers without meaning, below that of records) and `probability` are of the
// prepared records. Sets the result's persons, numbered by their first record in the table, their
// number and probabilities, and which records can be linked.
void hand_out_persons(const PreparedRecords& records, const std::vector<std::uint32_t>& person_of,
                      const std::vector<double>& probability, Result& result);

// The same of a register, and of each draw, in which nobody is linked.
void hand_out_everyone_alone(const PreparedRecords& records, Result& result);

}  // namespace sanaq::link
