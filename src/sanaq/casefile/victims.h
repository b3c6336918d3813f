// Who a victim cell means: a person by name, or so many without one.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/base/result.h"
#include "sanaq/casefile/calendar.h"

namespace sanaq::casefile {

struct VictimCell {
  std::string text;            // a name or reference, or what is known of a group
  std::optional<Range> count;  // of a group; none: one person, by name
};

// One cell alone: "5 unnamed men" is a group of five, "unnamed man" one of one.
[[nodiscard]] VictimCell read_victim(const std::string& cell);

// The cells of one row and its `count`. "5 unnamed men" is a group of five; one cell with a count
// above 1 is a group; of several names with a larger count the rest are "unnamed". A Problem where
// the count is smaller than the number of names; then the names stand.
struct VictimCells {
  std::vector<VictimCell> victims;
  std::optional<base::Problem> problem;
};
[[nodiscard]] VictimCells read_victims(const std::vector<std::string>& cells,
                                       const std::optional<Range>& count);

}  // namespace sanaq::casefile
