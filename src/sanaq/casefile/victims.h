// Whom a victim cell means: a person by name, or a number of people without names.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/base/result.h"
#include "sanaq/casefile/calendar.h"

namespace sanaq::casefile {

struct VictimCell {
  std::string text;            // a name or reference, or what is known about a group
  std::optional<Range> count;  // the size of a group; absent for one person, by name
};

// Reads one cell: "5 unnamed men" is a group of five, "unnamed man" a group of one.
[[nodiscard]] VictimCell read_victim(const std::string& cell);

// The cells of one row, read together with its `count`. "5 unnamed men" is a group of five; one
// cell with a count above 1 is a group; if there are several names and the count is larger, the
// rest are "unnamed". There is a Problem if the count is smaller than the number of names, which
// are then kept.
struct VictimCells {
  std::vector<VictimCell> victims;
  std::optional<base::Problem> problem;
};
[[nodiscard]] VictimCells read_victims(const std::vector<std::string>& cells,
                                       const std::optional<Range>& count);

}  // namespace sanaq::casefile
