// What was done in an investigation, entry by entry, in words: for a person who wants to know who
// did what and when, and no hash.
#pragma once
#include <string>
#include <vector>

#include "sanaq/base/message.h"
#include "sanaq/investigation/undo.h"

namespace sanaq::investigation {

struct HistoryEntry {
  std::string name;                  // what the command line calls it: "3f9a0c12:7"
  std::string time;                  // UTC, "2026-11-30T09:25:11Z"
  std::string who;                   // the person who is named in it, else its writer
  std::string kind;                  // of the ledger: "decision", "run", "list"
  base::Message words;               // what was done
  std::vector<std::string> details;  // the words of its rows, and the reason that was given
  bool is_taken_back = false;        // by a retraction that is itself in force
};

// Returns all entries that count, the newest first. Keys, secrets and checkpoints are among them;
// of an entry whose body was erased the words say that. Throws Error{corrupt} where the ledger was
// changed. A folder without a ledger has no history.
[[nodiscard]] std::vector<HistoryEntry> history_of(const std::string& folder,
                                                   const WordsOfRow& words_of_row);

}  // namespace sanaq::investigation
