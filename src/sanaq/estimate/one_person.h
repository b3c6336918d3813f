// How far a single person moves the number: what is published of few people must not tell of one.
#pragma once
#include <optional>
#include <span>

#include "sanaq/base/progress.h"
#include "sanaq/estimate/capture_table.h"
#include "sanaq/estimate/options.h"
#include "sanaq/estimate/summary.h"

namespace sanaq::estimate {

// The median with its 90 % interval. Of a method that gives no such interval, from its draws; of
// one without draws the interval that it has, at its own level.
[[nodiscard]] std::optional<Estimate> at_ninety_percent(const Answer& told);

// Persons; each as far as any table that differs by one person moves it.
struct Moves {
  double median = 0, low = 0, high = 0;
  bool operator==(const Moves&) const = default;
};

// The most by which the median and each end of the 90 % interval move where one person more or less
// stands in a single cell of one of the tables (several: strata, each by itself); cells in which
// nobody is count as well. A table that cannot be estimated is passed over. None where the tables
// themselves have no number.
//
// Every such table is estimated, without checks and alternatives, while there are at most
// `tables_tried`; of a sampler (lcm) or beyond, only as many: those with the person on all lists,
// on one, on all but one, on two, and so on; and what they show is doubled. It knows no clock.
inline constexpr std::size_t tables_tried = 64, tables_tried_slowly = 16;
[[nodiscard]] std::optional<Moves> one_person_moves(std::span<const CaptureTable> tables,
                                                    const Options& options,
                                                    base::Progress& progress);

}  // namespace sanaq::estimate
