// Which envelopes of the public server were ever taken into the ledger, so that none comes in
// twice: from a copy of the spool what was erased or taken back would otherwise come back.
#pragma once
#include <set>
#include <string>

#include "sanaq/ledger/entry.h"

namespace sanaq::ledger {

// Returns the ids of all comments and testimony that count, in force or not, and of those that
// erasures name (enter_erasure() does since it knows envelopes).
[[nodiscard]] std::set<std::string> taken_envelopes(const std::string& investigation);

// Returns the id of the envelope that came with this entry, 64 hex digits; "" for any other entry,
// a reply or a decision too, and for a body that is erased.
[[nodiscard]] std::string envelope_at(const std::string& investigation, const EntryPlace& place);

}  // namespace sanaq::ledger
