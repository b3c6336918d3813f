// From linked records to persons with addresses.
#pragma once
#include <cstdint>
#include <vector>

#include "sanaq/investigation/investigation.h"

namespace sanaq::investigation {

// Persons in scope, ordered by founding record: the one that arrived first (`arrivals`, one a
// record), then by list and row. A person's id is its founding record's address, from `record_ids`.
[[nodiscard]] std::vector<Person> persons_of(const record::RecordTable& records,
                                             const link::Result& linked,
                                             const std::vector<bool>& in_scope,
                                             const std::vector<std::string>& record_ids,
                                             const std::vector<std::int64_t>& arrivals);

}  // namespace sanaq::investigation
