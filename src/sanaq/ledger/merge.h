// Two ledgers of one investigation become their union: nothing is lost, and the order of merging
// decides nothing.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "sanaq/base/message.h"
#include "sanaq/ledger/entry.h"

namespace sanaq::ledger {

struct MergedChain {
  std::string writer;
  std::int64_t new_entries = 0, new_bodies = 0, erased_bodies = 0;
  std::int64_t fork_seq = 0;  // 0: no fork; otherwise where it parts
};

// A chain of the other folder that no member took in and nobody vouches for.
struct Stranger {
  std::string writer, name;
  std::int64_t entries = 0;
};

struct MergeOptions {
  bool takes_strangers = false;  // their chains come along, and count for nothing
};

struct MergeReport {
  std::vector<Stranger> strangers;  // taken along or left out, as was asked
  // Entries whose erasure holds in the union and whose body is still in one of the folders.
  std::vector<EntryPlace> removed;
  // Persons (by the key that names them) who count less in the union than they do here: no members
  // any more, or without the voice that they have here.
  std::vector<std::string> fallen;
  std::vector<MergedChain> chains;  // only those that change, and those with a fork
  std::vector<std::string>
      new_files;                    // evidence and versions of lists, relative to the investigation
  std::vector<base::Message> said;  // what was put right, moved aside or not taken; to be shown
  [[nodiscard]] bool changes_nothing() const { return chains.empty() && new_files.empty(); }
};

// What merging would bring in; nothing is written.
[[nodiscard]] MergeReport preview_merge(const std::string& investigation, const std::string& other,
                                        const MergeOptions& options = {});

// Brings it in, under the ledger's lock. Of each chain only the authentic part is taken and
// compared: what others wrote into it makes no fork. Commutative, associative, idempotent to the
// byte, strangers' chains aside.
// Interrupted at any point, nothing of it was done or the next command that writes ends it; readers
// in between find a ledger that they can read. Of evidence/ and lists/.versions/ come the files
// that entries in force name and whose bytes are those of their names. Throws Error{corrupt} where
// a chain of either is not whole (a missing body is no hindrance), not_found where `other` has no
// ledger, bad_input where `other` has a symbolic link, a pipe or a device among its files.
MergeReport merge(const std::string& investigation, const std::string& other,
                  const MergeOptions& options = {});

// Ends a merge that was interrupted: carries out one that was decided, takes back one that was not.
// Says which. Whoever calls it holds the ledger's lock.
std::vector<base::Message> finish_merge(const std::string& investigation);

}  // namespace sanaq::ledger
