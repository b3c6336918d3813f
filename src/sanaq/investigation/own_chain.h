// The chains of the ledger that are the reader's own: what he entered, and how far they go.
#pragma once
#include <set>
#include <string>

namespace sanaq::investigation {

// Returns the writers of all chains here that belong to the person whose keys the key store has:
// also those under other keys of the same person. Empty without a ledger. No key is opened.
[[nodiscard]] std::set<std::string> own_chains(const std::string& folder);

// Returns where the chain ends to which the reader writes: "WRITER:SEQ"; "" if there is none.
[[nodiscard]] std::string end_of_own_chain(const std::string& folder);

}  // namespace sanaq::investigation
