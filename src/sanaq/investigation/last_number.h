// The number of the last count, whatever was changed since: from what the step left behind, without
// reading or hashing any list.
#pragma once
#include <optional>
#include <string>

#include "sanaq/investigation/outcome.h"

namespace sanaq::investigation {

struct LastNumber {
  Number number;
  std::string made_on;  // day, UTC
  std::string key;      // of the step then; another key now means that something changed
};

// Returns nullopt if nothing was ever counted here, or what is left of it is damaged or of a
// version whose numbers this one cannot read.
[[nodiscard]] std::optional<LastNumber> last_number(const std::string& folder);

// One count as it was entered in the ledger.
struct CountEntered {
  std::string time;  // UTC, "2026-11-30T09:25:11Z"
  std::int64_t documented_low = 0, documented_high = 0;
  std::optional<double> median, low, high;  // none: there was no estimate
};
// Returns the counts that gave another result than the one before, the newest first, at most
// `count`.
[[nodiscard]] std::vector<CountEntered> last_counts(const std::string& folder, std::size_t count);

}  // namespace sanaq::investigation
