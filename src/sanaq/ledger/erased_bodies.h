// The bodies whose erasure holds, and how they leave the ledger's files.
#pragma once
#include <set>
#include <string>
#include <vector>

#include "sanaq/ledger/facts.h"

namespace sanaq::ledger {

// The entries whose erasure holds and whose body is still in a file here, in order.
[[nodiscard]] std::vector<EntryPlace> bodies_to_remove(const FolderFacts& folder,
                                                       const Standing& standing);

// Takes the bodies of these entries out of every continuation of their chains; each file is
// replaced as a whole. The caller holds the ledger's lock.
void remove_bodies(const std::string& investigation, const std::set<EntryPlace>& places);

}  // namespace sanaq::ledger
