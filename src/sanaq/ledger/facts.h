// What the files of a folder say that decides who counts: the chains as far as they are authentic,
// the events of keys, the erasures. standing.h decides.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "sanaq/ledger/chain_scan.h"
#include "sanaq/ledger/standing.h"

namespace sanaq::ledger {

struct FolderFacts {
  std::vector<ScannedChain> chains;  // every file, by writer, main chain before its forks
  std::int64_t line_count = 0;       // of all chain files: what bounds the clocks
  Facts facts;
};

// From chains that were scanned; their files are looked into where one parts from another.
// `other_lines`: of chain files elsewhere that bound the clocks as well.
[[nodiscard]] FolderFacts facts_from(std::vector<ScannedChain> chains,
                                     std::int64_t other_lines = 0);
// The lines that an interrupted merge is about to put in place: lines here may have been written
// after them.
[[nodiscard]] std::int64_t staged_lines(const std::string& investigation);
// Scans every chain here.
[[nodiscard]] FolderFacts gather_facts(const std::string& investigation);

// Who counts here for this reader: under the id that the key store believes of this folder, and
// with the reader's own keys.
[[nodiscard]] Standing standing_here(const std::string& investigation, const FolderFacts& folder);
[[nodiscard]] Standing standing_here(const std::string& investigation);
// The same under that id, by the files alone: what every other reader who believes it finds.
[[nodiscard]] Standing standing_for_all(const std::string& investigation,
                                        const FolderFacts& folder);

}  // namespace sanaq::ledger
