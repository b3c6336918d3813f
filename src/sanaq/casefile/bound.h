// A number as people assert it: exactly, as a minimum or a maximum in words, or as a range.
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "sanaq/base/result.h"

namespace sanaq::casefile {

// If an end is absent, it is open: "at least 140" has no maximum.
struct Bound {
  std::optional<std::int64_t> least, most;
  bool operator==(const Bound&) const = default;
};

// Reads "140", "1 400", "11-17", "at least 140", "140+", "не менее 140", "до 200", "кемінде 140",
// "140-тан астам" (more than 140, so at least 141). Returns a Problem for anything else, also for
// "about 140", which states neither a minimum nor a maximum.
[[nodiscard]] base::Result<Bound> read_bound(std::string_view cell);

// Columns for one end of a number come in pairs: min and max, count_min and count_max. Returns the
// other one of a pair, and "" for any other column.
[[nodiscard]] std::string_view other_end(std::string_view column);
[[nodiscard]] std::string_view least_end(std::string_view column);  // the minimum of its pair

// Returns what a cell of `column` says about the two ends: a plain number is the column's own end;
// "at least 140" is the minimum, in whichever column it is; and "11-17" is both. The other end is
// left out if its own cell is filled; the result may then be empty.
[[nodiscard]] std::vector<std::pair<std::string_view, std::int64_t>> ends_in(
    std::string_view column, const Bound& bound, bool other_is_filled);

}  // namespace sanaq::casefile
