// What verify says of who counts: forks, keys that were given up, strangers, lines that nobody
// signed; and how heavy it is what a line claims.
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "sanaq/ledger/facts.h"
#include "sanaq/ledger/verify_report.h"

namespace sanaq::ledger {

// "ledger/WRITER.chain.jsonl": a chain's file as findings name it.
[[nodiscard]] std::string finding_name(const std::string& investigation, const ChainFile& file);

// What comes of a claim that does not hold, by the line that makes it.
class Weights {
 public:
  Weights(const std::string& investigation, const FolderFacts& folder, const Standing& standing);
  // Damage where the line counts; a warning where it is a stranger's, or of a key that was given
  // up: he may claim what he likes. None where it stands behind the authentic end: that is named
  // by itself.
  [[nodiscard]] std::optional<Weight> of(const std::string& chain_name, std::int64_t line) const;

 private:
  struct Extent {
    std::string writer, fork;
    std::int64_t end = 0;
  };
  const Standing& standing_;
  std::map<std::string, Extent> extents_;  // by the chain's name
};

// Names what stands behind the authentic end of each chain.
void check_ends(const std::string& investigation, const FolderFacts& folder, VerifyReport& report);

// Names forks, and the lines that do not count, with the reason; fills what the report says of each
// chain.
void check_standing(const std::string& investigation, const FolderFacts& folder,
                    const Standing& standing, VerifyReport& report);

// Names where the ledger is shorter or another than what this key store last saw of it.
void check_anchor(const std::string& investigation, const FolderFacts& folder,
                  const Standing& standing, VerifyReport& report);

}  // namespace sanaq::ledger
