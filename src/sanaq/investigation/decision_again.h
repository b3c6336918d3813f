// A decision on many records that came up again: what of it still stands, and the same decision
// entered anew.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "sanaq/investigation/records_today.h"

namespace sanaq::investigation {

struct DecisionAgain {
  std::vector<std::uint32_t>
      changed;  // records that say something else now; as the decision has them
  std::vector<std::uint32_t> as_read;  // records that still say what was read
  std::vector<std::string> gone;       // identities that no list has any more
};
[[nodiscard]] DecisionAgain look_again(const ledger::Decision& decision, const RecordsToday& today);

// Of which records it is entered anew: of all that there are, as they are now, or of those alone
// that did not change.
enum class Again { all, as_read };

// Returns the decision to be entered, without `by`: the same verdict and reason, and what is read
// of each record today. Entering it twice is known by its task. Throws Error{bad_input} if too few
// records are left for it: none, or of "same" and "different" one.
[[nodiscard]] ledger::Decision decided_again(const ledger::Decision& before,
                                             const RecordsToday& today, Again which);

// Whether the new one counts instead of the old one without more ado, as it does on the same
// records; otherwise the old one must be taken back.
[[nodiscard]] bool replaces(const ledger::Decision& again, const ledger::Decision& before);

}  // namespace sanaq::investigation
