#include "sanaq/casefile/demands.h"

#include <algorithm>

namespace sanaq::casefile {

std::vector<DemandOn> demands_on(const std::vector<Demand>& demands, std::int32_t day) {
  std::vector<DemandOn> all;
  for (const Demand& demand : demands) {
    if (demand.date && demand.date->first_day > day) continue;
    DemandOn now{&demand, "open", true, {}};
    const auto& answered = demand.status_date;
    const bool has_answer = !demand.status.empty() && demand.status != "open";
    // Nothing is met before it is asked for: one of the two days is wrong.
    const bool is_too_early =
        answered && demand.date && answered->last_day < demand.date->first_day;
    if (has_answer && (!answered || answered->first_day <= day)) {
      now.status = demand.status;
      now.is_certain = answered && answered->last_day <= day && !is_too_early;
    }
    if (demand.date && !is_too_early) {
      // Only what is met is no longer open.
      const bool is_met = now.status == "met" && answered;
      const std::int64_t until_low = is_met ? std::min(answered->first_day, day) : day;
      const std::int64_t until_high = is_met ? std::min(answered->last_day, day) : day;
      now.days_open = Range{std::max<std::int64_t>(0, until_low - demand.date->last_day),
                            std::max<std::int64_t>(0, until_high - demand.date->first_day)};
    }
    all.push_back(std::move(now));
  }
  return all;
}

std::string demand_text(const Demand& demand, std::string_view language) {
  for (const std::string_view wanted : {language, std::string_view("en")}) {
    for (const auto& [spoken, text] : demand.texts) {
      if (spoken == wanted) return text;
    }
  }
  return demand.texts.empty() ? std::string(id_of(demand.subject)) : demand.texts.front().second;
}

}  // namespace sanaq::casefile
