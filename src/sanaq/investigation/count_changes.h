// What the last count changed: persons, links and the estimate beside those of the count before,
// for whoever answered in between and wants to see what came of it.
//
// Each count that is made leaves one line in .sanaq/counts.jsonl (docs/formats/review.md); only
// numbers and the keys of its steps stand in it.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include "sanaq/investigation/outcome.h"

namespace sanaq::investigation {

struct CountKept {
  std::string ingest, link, estimate;  // the keys of its steps
  std::string made_on;                 // day, UTC
  std::int64_t records = 0;            // in scope
  std::int64_t persons = 0;
  // Records that were joined to another: `records` less `persons`.
  std::int64_t links = 0;
  std::int64_t decisions = 0;  // that were followed
  std::int64_t documented_low = 0, documented_high = 0;
  std::optional<double> median, low, high;  // none: there was no estimate
  bool operator==(const CountKept&) const = default;
};

[[nodiscard]] CountKept count_of(const Outcome& outcome);

// Adds a count that was just made, unless it stands there last. The last thirty are kept. A disk
// that refuses is no error: the count itself stands.
void keep_count(const Outcome& outcome);

// Returns the last count, and the newest before it that was linked otherwise; nullopt if there are
// no two.
[[nodiscard]] std::optional<std::pair<CountKept, CountKept>> last_count_and_before(
    const std::string& folder);

}  // namespace sanaq::investigation
