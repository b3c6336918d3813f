// Reads all chains as one: the order of the union is the same whatever the order in which they were
// copied together.
#pragma once
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "sanaq/base/message.h"
#include "sanaq/ledger/entry.h"
#include "sanaq/ledger/facts.h"

namespace sanaq::ledger {

// Calls `visit` once for each entry that counts (standing.h) by (clock, writer, seq), with its body
// where it is there, fits its kind (body_schema.h: one that does not counts for nothing, as if it
// had none) and nobody had it sealed or erased. Throws Error{corrupt} naming file and line
// where a line that counts, or its body, was changed; what stands behind the authentic end of a
// chain, an entry that is still being written too, is left out.
void for_each_entry(const std::string& investigation,
                    const std::function<void(const Entry&)>& visit);
// The same of a folder whose facts are at hand.
void for_each_entry(const FolderFacts& folder, const Standing& standing,
                    const std::function<void(const Entry&)>& visit);

// The entries that are authentic and do not count: of strangers, of keys that were given up or
// suspended. Of forks only what all continuations have. To be shown apart, as such.
void for_each_stranger_entry(const std::string& investigation,
                             const std::function<void(const Entry&)>& visit);

// What a reader of the whole leaves out, one sentence a chain: lines behind an authentic end, and
// entries that do not count. To be said wherever a result is made from the ledger.
[[nodiscard]] std::vector<base::Message> left_out(const std::string& investigation);

// What each writer is called: as he was taken in; otherwise as he says himself.
[[nodiscard]] std::map<std::string, std::string> names_of_writers(const FolderFacts& folder,
                                                                  const Standing& standing);

}  // namespace sanaq::ledger
