// What the ledger has about one envelope of the public server besides the entry that took it.
#pragma once
#include <string>
#include <vector>

#include "sanaq/ledger/entry.h"

namespace sanaq::ledger {

// Returns all that is in force about an envelope, in the order of the union: the comment or
// testimony, the same envelope as another office took it, replies, the name of its source, and
// last the decisions on a comment.
[[nodiscard]] std::vector<EntryPlace> entries_about_envelope(const std::string& investigation,
                                                             const std::string& envelope);

}  // namespace sanaq::ledger
