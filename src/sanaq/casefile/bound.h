// How many, as people assert it: a number, a least or a most in words, or a range.
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "sanaq/base/result.h"

namespace sanaq::casefile {

// An end that is absent is open: "at least 140" has no most.
struct Bound {
  std::optional<std::int64_t> least, most;
  bool operator==(const Bound&) const = default;
};

// "140", "1 400", "11-17", "at least 140", "140+", "не менее 140", "до 200", "кемінде 140",
// "140-тан астам" (more than 140: 141 at least). A Problem for what is none of these, also for
// "about 140", which says neither a least nor a most.
[[nodiscard]] base::Result<Bound> read_bound(std::string_view cell);

// Columns that hold one end of a number come in twos: min and max, count_min and count_max. Gives
// the other one; empty for every other column.
[[nodiscard]] std::string_view other_end(std::string_view column);
[[nodiscard]] std::string_view least_end(std::string_view column);  // of its two

// What a cell under `column` says of the two: a plain number is that end alone; "at least 140" is
// the least, in whichever of the two columns it stands, and "11-17" is both. The other end is left
// out where its own cell is filled; empty where then nothing is left.
[[nodiscard]] std::vector<std::pair<std::string_view, std::int64_t>> ends_in(
    std::string_view column, const Bound& bound, bool other_is_filled);

}  // namespace sanaq::casefile
