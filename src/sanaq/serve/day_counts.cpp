#include "sanaq/serve/day_counts.h"

#include <utility>

namespace sanaq::serve {

void DayCounts::count(Field field) {
  const std::scoped_lock lock(alone_);
  ++(counts_.*field);
}

std::optional<DayCount> DayCounts::finished(const std::string& today) {
  const std::scoped_lock lock(alone_);
  if (counts_.day.empty()) counts_.day = today;
  if (counts_.day == today) return std::nullopt;
  return std::exchange(counts_, DayCount{today});
}

DayCount DayCounts::now() const {
  const std::scoped_lock lock(alone_);
  return counts_;
}

}  // namespace sanaq::serve
