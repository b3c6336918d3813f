// Who writes in a ledger, to be looked up by what is typed and named as people know them.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sanaq/ledger/facts.h"
#include "sanaq/ledger/standing.h"

namespace sanaq::cli {

class KnownWriters {
 public:
  // Reads the folder; whose key is here is not asked.
  explicit KnownWriters(const std::string& investigation);

  [[nodiscard]] const ledger::FolderFacts& folder() const { return folder_; }
  [[nodiscard]] const ledger::Standing& standing() const { return standing_; }

  // The one writer whose key begins so. Throws Error: not_found, usage where there are several.
  [[nodiscard]] std::string find(const std::string& beginning) const;
  // The writer with this member's code. Throws Error: usage for what is no code, not_found.
  [[nodiscard]] std::string find_by_code(const std::string& typed) const;
  // The founded investigation with this code. Throws the same.
  [[nodiscard]] std::string find_id_by_code(const std::string& typed) const;

  // The id that a chain names in its first signed line; no_id: there is none.
  [[nodiscard]] std::string began(const std::string& writer) const;
  [[nodiscard]] std::string code(const std::string& writer) const;
  // As a member is called, otherwise as the chain says itself; made fit to be shown.
  [[nodiscard]] std::string name(const std::string& writer) const;
  [[nodiscard]] std::string person_name(const std::string& person) const;
  // "3f9a0c12 (Office A)"
  [[nodiscard]] std::string shown(const std::string& writer) const;
  // `self` of a line that the file of this continuation has; none where it has not.
  [[nodiscard]] std::optional<std::string> self_of(const std::string& writer,
                                                   const std::string& fork, std::int64_t seq) const;
  // The continuations of a chain, the main one ("") first.
  [[nodiscard]] std::vector<ledger::ChainFacts> continuations(const std::string& writer) const;

 private:
  ledger::FolderFacts folder_;
  ledger::Standing standing_;
};

}  // namespace sanaq::cli
