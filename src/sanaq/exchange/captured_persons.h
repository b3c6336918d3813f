// The persons of a linking by the lists that they are on: what an estimate counts with.
#pragma once
#include <cstdint>
#include <vector>

#include "sanaq/estimate/capture_table.h"
#include "sanaq/record/record_table.h"

namespace sanaq::exchange {

// Returns the capture table of linked records, its lists in the order of the records' lists.
// `person_of` is that of a linking, or of one of its sampled registers: an index of a person for
// each record. Every list covers everybody. Throws Error{bad_input} for more than
// estimate::lists_max lists.
[[nodiscard]] estimate::CaptureTable captured_persons(const record::RecordTable& records,
                                                      const std::vector<std::uint32_t>& person_of);

}  // namespace sanaq::exchange
