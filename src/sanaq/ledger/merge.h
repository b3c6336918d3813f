// Two ledgers of one investigation become their union: nothing is lost, and the order of merging
// decides nothing.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "sanaq/base/message.h"

namespace sanaq::ledger {

struct MergedChain {
  std::string writer;
  std::int64_t new_entries = 0, new_bodies = 0, erased_bodies = 0;
  std::int64_t fork_seq = 0;  // 0: no fork; otherwise where it parts
};

struct MergeReport {
  std::vector<MergedChain> chains;  // only those that change, and those with a fork
  std::vector<std::string>
      new_files;                    // evidence and versions of lists, relative to the investigation
  std::vector<base::Message> said;  // what was put right, moved aside or not taken; to be shown
  [[nodiscard]] bool changes_nothing() const { return chains.empty() && new_files.empty(); }
};

// What merging would bring in; nothing is written.
[[nodiscard]] MergeReport preview_merge(const std::string& investigation, const std::string& other);

// Brings it in, under the ledger's lock. Commutative, associative, idempotent to the byte.
// Interrupted at any point, nothing of it was done or the next command that writes ends it; readers
// in between find a ledger that they can read. Of evidence/ and lists/.versions/ come the files
// that entries name and whose bytes are those of their names. Throws Error{corrupt} where a chain
// of either is not whole (a missing body is no hindrance), not_found where `other` has no ledger,
// bad_input where `other` has a symbolic link, a pipe or a device among its files.
MergeReport merge(const std::string& investigation, const std::string& other);

// Ends a merge that was interrupted: carries out one that was decided, takes back one that was not.
// Says which. Whoever calls it holds the ledger's lock.
std::vector<base::Message> finish_merge(const std::string& investigation);

}  // namespace sanaq::ledger
