// The bodies whose erasure holds, and how they leave the ledger's files.
#pragma once
#include <set>
#include <string>
#include <vector>

#include "sanaq/ledger/entry.h"

namespace sanaq::ledger {

// The entries whose erasure holds (standing.h) and whose body is still in a file here, with it, by
// writer and seq.
[[nodiscard]] std::vector<Entry> bodies_to_destroy(const std::string& investigation);

// These entries, of those that can be erased, whose body is in a file here, with it, by writer and
// seq.
[[nodiscard]] std::vector<Entry> entries_with_bodies(const std::string& investigation,
                                                     const std::set<EntryPlace>& places);

// Takes the bodies of these entries out of every continuation of their chains; each file is
// replaced as a whole. The caller holds the ledger's lock.
void remove_bodies(const std::string& investigation, const std::set<EntryPlace>& places);

}  // namespace sanaq::ledger
