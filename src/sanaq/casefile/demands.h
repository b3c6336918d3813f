// Demands, and whether they are met on a day. They are shown until they are met.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "sanaq/casefile/entities.h"

namespace sanaq::casefile {

struct DemandOn {
  const Demand* demand = nullptr;
  std::string status;  // open, answered, met, refused
  // False if the day of the answer is known in part or not at all, or comes before the demand.
  bool is_certain = true;
  std::optional<Range> days_open;  // from when it was made until it was met or until the day
};

// Returns the demands that were made by that day; those without a day are taken to have been made.
[[nodiscard]] std::vector<DemandOn> demands_on(const std::vector<Demand>& demands,
                                               std::int32_t day);

// Returns the demand in the reader's language if it was made in it, else in English, else its first
// text.
[[nodiscard]] std::string demand_text(const Demand& demand, std::string_view language);

}  // namespace sanaq::casefile
