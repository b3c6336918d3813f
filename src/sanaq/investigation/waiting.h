// How much of an investigation waits for a person, as counts and nothing else: for a first screen
// that is there before any list is read.
#pragma once
#include <cstdint>
#include <optional>
#include <string>

#include "sanaq/base/progress.h"
#include "sanaq/investigation/outcome.h"

namespace sanaq::investigation {

struct Waiting {
  std::int64_t bad_cells = 0;  // cells that nobody could read, of lists and of the case file
  std::int64_t pairs = 0;      // of records that linking could not decide
  std::int64_t setbacks = 0;   // decisions whose row changed
  // Facts about persons that the next publication would open; nullopt if that was not worked out.
  std::optional<std::int64_t> facts = std::nullopt;
  bool operator==(const Waiting&) const = default;
};

// Returns what waits in an outcome whose lists were read; pairs are 0 where it is not linked.
// Finding them takes longer than reading the lists.
[[nodiscard]] Waiting waiting_in(const Outcome& outcome, bool is_linked, base::Progress& progress);

// Keeps the counts in .sanaq/waiting.json for the next start. A disk that refuses is no error: the
// counts are worked out again.
void keep_waiting(const std::string& folder, const Waiting& waiting);
// Returns the counts that were kept last; nullopt if there are none or the file is damaged.
[[nodiscard]] std::optional<Waiting> last_waiting(const std::string& folder);

}  // namespace sanaq::investigation
