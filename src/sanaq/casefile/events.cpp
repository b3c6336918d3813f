#include "sanaq/casefile/events.h"

#include <algorithm>
#include <functional>
#include <limits>
#include <map>
#include <set>

namespace sanaq::casefile {
namespace {

using base::message;

constexpr auto undated = std::numeric_limits<std::int32_t>::max();

std::int32_t first_day(const Event& event) {
  return event.start ? event.start->first_day : event.end ? event.end->first_day : undated;
}

std::string_view id(const Event& event) { return id_of(event.subject); }

using ById = std::map<std::string_view, const Event*>;
using Links = std::vector<std::string> Event::*;

// Follows links from every event; a walk that comes back to its start is a cycle, told once.
void find_cycles(const ById& events, Links links, std::vector<std::vector<std::string>>& out) {
  std::set<std::string_view> done;
  for (const auto& [start, event] : events) {
    std::vector<std::string_view> path;
    const std::function<void(std::string_view)> walk = [&](std::string_view at) {
      const auto on_path = std::find(path.begin(), path.end(), at);
      if (on_path != path.end()) {
        out.emplace_back(on_path, path.end());
        out.back().emplace_back(at);
        return;
      }
      const auto found = events.find(at);
      if (found == events.end() || !done.insert(at).second) return;
      path.push_back(at);
      for (const std::string& next : found->second->*links) walk(next);
      path.pop_back();
    };
    walk(start);
  }
}

}  // namespace

Timeline timeline_of(const std::vector<Event>& events) {
  Timeline line;
  ById by_id;
  for (const Event& event : events) by_id.emplace(id(event), &event);
  find_cycles(by_id, &Event::part_of, line.cycles);
  find_cycles(by_id, &Event::caused_by, line.cycles);
  std::vector<const Event*> sorted;
  for (const Event& event : events) sorted.push_back(&event);
  std::stable_sort(sorted.begin(), sorted.end(), [](const Event* left, const Event* right) {
    return first_day(*left) < first_day(*right);
  });
  const auto is_part_of = [](const Event& part, const Event& whole) {
    return std::find(part.part_of.begin(), part.part_of.end(), id(whole)) != part.part_of.end();
  };
  std::set<const Event*> placed;
  const std::function<void(const Event*, int)> place = [&](const Event* event, int depth) {
    if (!placed.insert(event).second) return;
    TimelineEntry entry{event, depth, {}, {}, {}, {}};
    for (const Event* other : sorted) {
      if (is_part_of(*other, *event)) entry.parts.push_back(other);
      const auto& causes = other->caused_by;
      if (std::find(causes.begin(), causes.end(), id(*event)) != causes.end())
        entry.effects.push_back(other);
    }
    for (const auto* names : {&event->part_of, &event->caused_by}) {
      for (const std::string& name : *names) {
        const auto found = by_id.find(name);
        if (found == by_id.end()) {
          entry.unknown.push_back(name);
        } else if (names == &event->caused_by) {
          entry.causes.push_back(found->second);
        }
      }
    }
    const std::vector<const Event*> parts = entry.parts;
    line.entries.push_back(std::move(entry));
    for (const Event* part : parts) place(part, depth + 1);
  };
  for (const Event* event : sorted) {
    const bool is_top =
        std::none_of(event->part_of.begin(), event->part_of.end(),
                     [&](const std::string& whole) { return by_id.contains(whole); });
    if (is_top) place(event, 0);
  }
  for (const Event* event : sorted) place(event, 0);  // what is only a part of itself
  return line;
}

std::vector<Strike> strikes_of(const std::vector<Event>& events) {
  std::vector<Strike> all;
  for (const Event& event : events) {
    if (event.type != "strike") continue;
    Strike strike{&event, {}, {}};
    if (event.start && event.end) {
      const std::int64_t least = event.end->first_day - event.start->last_day + 1;
      const std::int64_t most = event.end->last_day - event.start->first_day + 1;
      if (most >= 1) strike.days = Range{std::max<std::int64_t>(1, least), most};
    }
    if (!event.start) strike.missing.push_back(message("when it began"));
    if (event.employers.empty()) strike.missing.push_back(message("whose work was stopped"));
    if (event.demands.empty()) strike.missing.push_back(message("what was demanded"));
    if (event.participants.empty() && !event.count_min && !event.count_max)
      strike.missing.push_back(message("how many took part"));
    all.push_back(std::move(strike));
  }
  std::stable_sort(all.begin(), all.end(), [](const Strike& left, const Strike& right) {
    return first_day(*left.event) < first_day(*right.event);
  });
  return all;
}

Series series_of(const std::vector<Event>& events, std::string_view type,
                 const std::optional<PartialDate>& from, const std::optional<PartialDate>& to) {
  Series series;
  std::map<int, Range> years;
  const std::int32_t first = from ? from->first_day : std::numeric_limits<std::int32_t>::min();
  const std::int32_t last = to ? to->last_day : undated;
  for (const Event& event : events) {
    if (event.type != type) continue;
    const auto& date = event.start ? event.start : event.end;
    if (!date) {
      ++series.undated;
      ++series.whole.high;
      continue;
    }
    if (date->last_day < first || date->first_day > last) continue;
    const bool is_inside = date->first_day >= first && date->last_day <= last;
    series.whole.low += is_inside ? 1 : 0;
    ++series.whole.high;
    const int begins = record::day_from_number(std::max(date->first_day, first)).year;
    const int ends = record::day_from_number(std::min(date->last_day, last)).year;
    for (int year = begins; year <= ends; ++year) {
      years[year].low += begins == ends && is_inside ? 1 : 0;
      ++years[year].high;
    }
  }
  for (const auto& [year, count] : years) series.years.emplace_back(std::to_string(year), count);
  return series;
}

}  // namespace sanaq::casefile
