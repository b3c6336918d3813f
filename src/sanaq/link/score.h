// The weight of agreement: log(m/u) of each field, with the frequency of the value and the
// dependence between fields.
#pragma once
#include <cstdint>

#include "sanaq/link/comparer.h"
#include "sanaq/link/pair_model.h"

namespace sanaq::link {

// Returns the weight of the field's agreement as the natural log of m/u; 0 if a value is missing.
// `levels` has all fields of the pair.
[[nodiscard]] double field_log_ratio(const PairModel& model, Comparer& comparer,
                                     const std::int8_t* levels, std::size_t field,
                                     std::uint32_t left, std::uint32_t right);
[[nodiscard]] double pair_log_ratio(const PairModel& model, Comparer& comparer,
                                    const std::int8_t* levels, std::uint32_t left,
                                    std::uint32_t right);
}  // namespace sanaq::link
