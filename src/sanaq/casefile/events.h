// Events in time: a timeline with parts and causes, strikes, and series over the years.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sanaq/base/message.h"
#include "sanaq/casefile/entities.h"

namespace sanaq::casefile {

struct TimelineEntry {
  const Event* event = nullptr;
  int depth = 0;  // parts are one deeper than the event that they are part of
  std::vector<const Event*> parts, causes, effects;
  std::vector<std::string> unknown;  // ids in part_of and caused_by that are not events here
};

struct Timeline {
  std::vector<TimelineEntry>
      entries;  // by first day, each followed by its parts; undated ones last
  std::vector<std::vector<std::string>> cycles;  // events that are parts or causes of themselves
};
[[nodiscard]] Timeline timeline_of(const std::vector<Event>& events);

// A strike as the International Labour Organization defines it (resolution of 1993): a stoppage of
// work, for a time, by groups of workers, to enforce or resist demands, to express grievances, or
// to support others in theirs.
struct Strike {
  const Event* event = nullptr;
  std::optional<Range> days;           // counting both ends; absent without a beginning or an end
  std::vector<base::Message> missing;  // what the definition requires and nobody states
};
// Returns all events of type strike, in the order of their beginning.
[[nodiscard]] std::vector<Strike> strikes_of(const std::vector<Event>& events);

// The number of events of a type in each year ("2012"); the floor has those that are surely in it.
// `whole` counts each event once.
struct Series {
  std::vector<std::pair<std::string, Range>> years;
  Range whole;
  std::int64_t undated = 0;
};
[[nodiscard]] Series series_of(const std::vector<Event>& events, std::string_view type,
                               const std::optional<PartialDate>& from,
                               const std::optional<PartialDate>& to);

}  // namespace sanaq::casefile
