// Two ledgers of one investigation become their union: nothing is lost, and the order of merging
// decides nothing.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

namespace sanaq::ledger {

struct MergedChain {
  std::string writer;
  std::int64_t new_entries = 0, new_bodies = 0, erased_bodies = 0;
  std::int64_t fork_seq = 0;  // 0: no fork; otherwise where it parts
};

struct MergeReport {
  std::vector<MergedChain> chains;  // only those that change, and those with a fork
  std::vector<std::string>
      new_files;  // evidence and versions of lists, relative to the investigation
  [[nodiscard]] bool changes_nothing() const { return chains.empty() && new_files.empty(); }
};

// What merging would bring in; nothing is written.
[[nodiscard]] MergeReport preview_merge(const std::string& investigation, const std::string& other);

// Brings it in, under the ledger's lock. Commutative, associative, idempotent to the byte.
// Interrupted, it is run again. Throws Error{corrupt} where a chain of either is not whole (a
// missing body is no hindrance), not_found where `other` has no ledger.
MergeReport merge(const std::string& investigation, const std::string& other);

}  // namespace sanaq::ledger
