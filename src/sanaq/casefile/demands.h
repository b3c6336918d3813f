// Demands, and whether they are met on a day; they are shown until they are.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "sanaq/casefile/entities.h"

namespace sanaq::casefile {

struct DemandOn {
  const Demand* demand = nullptr;
  std::string status;  // open, answered, met, refused
  // False: the day of the answer is known in part, not at all, or comes before the demand.
  bool is_certain = true;
  std::optional<Range> days_open;  // since it was made, until it was met or until the day
};

// Of demands made by that day; those without a day are taken to have been made.
[[nodiscard]] std::vector<DemandOn> demands_on(const std::vector<Demand>& demands,
                                               std::int32_t day);

// In the reader's language where it was said in it, else in English, else the first.
[[nodiscard]] std::string demand_text(const Demand& demand, std::string_view language);

}  // namespace sanaq::casefile
