// What agreement is worth: log(m/u) of each field, with the frequency of the value and the
// dependence between fields.
#pragma once
#include <cstdint>

#include "sanaq/link/comparer.h"
#include "sanaq/link/pair_model.h"

namespace sanaq::link {

// The field's agreement as a natural log of m/u; 0 where a side is missing. levels: all fields of
// the pair.
[[nodiscard]] double field_log_ratio(const PairModel& model, Comparer& comparer,
                                     const std::int8_t* levels, std::size_t field,
                                     std::uint32_t left, std::uint32_t right);
[[nodiscard]] double pair_log_ratio(const PairModel& model, Comparer& comparer,
                                    const std::int8_t* levels, std::uint32_t left,
                                    std::uint32_t right);
}  // namespace sanaq::link
