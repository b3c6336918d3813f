// How alike two values are that are no plain texts: places on the earth, and lists.
#pragma once
#include "sanaq/splink/known_column.h"

namespace sanaq::splink {

// Great-circle distance on a sphere of 6371 km, as Splink writes it; NaN where a coordinate is not
// there. Codes of the two latitudes and of the two longitudes.
[[nodiscard]] double kilometres(const KnownColumn& latitudes, std::uint32_t left,
                                std::uint32_t right, const KnownColumn& longitudes,
                                std::uint32_t left_longitude, std::uint32_t right_longitude);

// A test of two lists. False where one is null.
[[nodiscard]] bool holds_for_lists(PlainTest::Kind kind, double bound, const KnownList& left,
                                   const KnownList& right);

}  // namespace sanaq::splink
