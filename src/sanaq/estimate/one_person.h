// How far a single person moves the number, since what is published about few people must not tell
// about one.
#pragma once
#include <optional>
#include <span>

#include "sanaq/base/progress.h"
#include "sanaq/estimate/capture_table.h"
#include "sanaq/estimate/options.h"
#include "sanaq/estimate/summary.h"

namespace sanaq::estimate {

// Returns the median with its 90 % interval. If the method gives no such interval, it is made from
// its draws; without draws, it is the interval that there is, at its own level.
[[nodiscard]] std::optional<Estimate> at_ninety_percent(const Answer& told);

// The largest changes, in numbers of persons, over all tables that differ by one person.
struct Moves {
  double median = 0, low = 0, high = 0;
  bool operator==(const Moves&) const = default;
};

// Returns the largest changes of the median and of each end of the 90 % interval if one person is
// added to or removed from a single cell of one of the tables (several tables are strata, each by
// itself); cells with nobody are included. A table that cannot be estimated is left out. Returns
// nullopt if the tables themselves have no number.
//
// Every such table is estimated, without checks and alternatives, if there are at most
// `tables_tried`. If there are more, or the method samples (lcm), only that many are: those with
// the person on all lists, on one, on all but one, on two, and so on; and the changes they show are
// doubled. It does not use the clock.
inline constexpr std::size_t tables_tried = 64, tables_tried_slowly = 16;
[[nodiscard]] std::optional<Moves> one_person_moves(std::span<const CaptureTable> tables,
                                                    const Options& options,
                                                    base::Progress& progress);

}  // namespace sanaq::estimate
