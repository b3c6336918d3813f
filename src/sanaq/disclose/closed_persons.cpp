#include "sanaq/disclose/closed_persons.h"

#include <algorithm>
#include <map>

#include "sanaq/investigation/outcome.h"
#include "sanaq/persons/capture_from_register.h"

namespace sanaq::disclose {
namespace {

using CountedPattern = pages::PublicOverlap::Pattern;

// From bits of the lists as they were read to bits of the lists of the overlap.
std::uint32_t moved(std::uint32_t bits, const std::vector<std::size_t>& places) {
  std::uint32_t out = 0;
  for (std::size_t list = 0; list < places.size(); ++list) {
    if ((bits >> list & 1U) != 0 && places[list] < 32) out |= std::uint32_t{1} << places[list];
  }
  return out;
}

std::vector<std::size_t> places_in(const investigation::Outcome& outcome) {
  std::vector<std::size_t> places;
  const auto& lists = outcome.capture->lists;
  for (const record::List& list : outcome.records.lists)
    places.push_back(
        static_cast<std::size_t>(std::find(lists.begin(), lists.end(), list.name) - lists.begin()));
  for (std::size_t& place : places) {
    if (place == lists.size()) place = 32;
  }
  return places;
}

void take_out(const investigation::Outcome& outcome, const std::vector<bool>& closed,
              pages::PublicOverlap& overlap) {
  const persons::CapturePatterns patterns(outcome.config, outcome.records);
  const std::vector<std::size_t> places = places_in(outcome);
  const std::size_t lists = overlap.lists.size();
  for (const persons::Person& person : outcome.persons) {
    const bool is_closed = std::any_of(person.records.begin(), person.records.end(),
                                       [&](std::uint32_t record) { return closed[record]; });
    if (!is_closed) continue;
    // The case file's own list of names is behind those of the settings, and captures nobody.
    std::vector<std::uint32_t> listed_records;
    for (const std::uint32_t record : person.records) {
      if (outcome.records.list_of[record] < outcome.config.lists.size())
        listed_records.push_back(record);
    }
    const persons::CapturePattern of = patterns.of(listed_records);
    const std::uint32_t listed = moved(of.listed, places);
    const auto own = std::find_if(overlap.patterns.begin(), overlap.patterns.end(),
                                  [&](const CountedPattern& pattern) {
                                    return pattern.count > 0 && pattern.listed == listed &&
                                           pattern.not_covered == moved(of.not_covered, places);
                                  });
    if (own == overlap.patterns.end()) continue;  // too poor to be counted
    --own->count;
    --overlap.observed;
    for (std::size_t left = 0; left < lists; ++left) {
      for (std::size_t right = 0; right < lists; ++right) {
        if ((listed >> left & listed >> right & 1U) != 0) --overlap.pairs[left * lists + right];
      }
    }
  }
  std::erase_if(overlap.patterns, [](const CountedPattern& pattern) { return pattern.count == 0; });
  std::stable_sort(overlap.patterns.begin(), overlap.patterns.end(),
                   [](const CountedPattern& left, const CountedPattern& right) {
                     if (left.count != right.count) return left.count > right.count;
                     return std::pair(left.listed, left.not_covered) <
                            std::pair(right.listed, right.not_covered);
                   });
}

}  // namespace

void withhold_closed_persons(const investigation::Outcome& outcome, const PersonRules& rules,
                             pages::PublicView& view) {
  const std::vector<bool>& closed = rules.hidden().closed;
  const auto count = std::count(closed.begin(), closed.end(), true);
  if (count == 0) return;
  if (view.overlap && outcome.capture && !outcome.config.publish.overlap)
    take_out(outcome, closed, *view.overlap);
  for (std::uint32_t record = 0; record < closed.size(); ++record) {
    const std::size_t list = outcome.records.list_of[record];
    if (!closed[record] || list >= view.lists.size()) continue;
    pages::PublicList& shown = view.lists[list];
    if (shown.records) --*shown.records;
    if (shown.rows_read > 0) --shown.rows_read;
    if (!outcome.in_scope[record] && shown.out_of_scope > 0) --shown.out_of_scope;
  }
  view.warnings.push_back(base::message(
      "{} records are of persons who are closed: they have no page, and the sizes of lists and the "
      "overlap on the site are without them; the number and the estimate count them",
      count));
}

}  // namespace sanaq::disclose
