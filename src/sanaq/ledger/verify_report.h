// What a check of the ledger found.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sanaq/base/message.h"

namespace sanaq::ledger {

enum class Weight {
  damage,   // something is not what it was; the exit code is 74
  warning,  // worth a look: a clock that went back, an entry cut short before it was acknowledged
  note,     // allowed, but worth saying: a list that was overwritten and is not yet ingested
};

struct Finding {
  Weight weight = Weight::damage;
  std::string file;       // relative to the investigation
  std::int64_t line = 0;  // from 1; 0 means the file as a whole
  base::Message what;
  base::Message advice;
  // The entry's body has no effect because it does not fit, though every line is what it was.
  bool is_misfit = false;
};

// An entry whose text was erased, or is to be erased.
struct ErasedBody {
  std::string writer;
  std::int64_t seq = 0;
  std::string by, when, reason;
  bool holds = true;  // false: the body is only sealed until a second member asks too
};

// One writer's chain of entries, as far as it was found to be sound.
struct ChainState {
  std::string writer, name;
  std::string fork;  // names the continuation; "" in the main chain
  std::int64_t entries = 0;
  // The seq of the last checkpoint; no signature vouches for what comes after it.
  std::int64_t last_checkpoint = 0;
  std::string head;               // `self` of the last line
  std::int64_t end = 0;           // the last line its writer signed; format 1: the last sound line
  std::int64_t counts_up_to = 0;  // entries after this one have no effect
  std::int64_t signed_from = 0;   // lines before it are of format 1; 0: all are
};

// The result of checking files, each counted once: documents, versions of lists and tables, and
// the maps between versions.
struct CheckedFiles {
  std::int64_t files = 0, bytes = 0, good = 0;
  // Paths below the investigation, sorted, of files that are missing or not what they were.
  std::vector<std::string> bad;
};

struct VerifyReport {
  std::vector<Finding> findings;  // ordered by file and line within each part of the check
  std::vector<ErasedBody> erased;
  std::vector<ChainState> chains;
  std::string id;                              // the investigation's; empty if none was founded
  std::vector<std::string> members;            // their keys, by which they are named; sorted
  std::int64_t entries = 0, ledger_bytes = 0;  // only entries that count
  std::int64_t signatures = 0;                 // number of line signatures that were checked
  // Authentic entries that do not count: of strangers, of keys given up, on forks.
  std::int64_t uncounted = 0;
  std::int64_t documents = 0, lists = 0, file_bytes = 0;  // lists: all versions, of tables as well
  // Paths below the investigation of files that people work on and that are gone or not as they
  // were last entered; only people can say whether that was meant.
  std::vector<std::string> changed;
  CheckedFiles checked;
  // How many entries were added since the checkpoint `against`; absent if it was not found.
  std::optional<std::int64_t> entries_since;
  [[nodiscard]] bool is_whole() const;  // true if no finding is damage
};

}  // namespace sanaq::ledger
