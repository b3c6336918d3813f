// Is the ledger, and what it vouches for, still what it was? Every place where it is not is named.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sanaq/base/message.h"
#include "sanaq/base/progress.h"

namespace sanaq::ledger {

enum class Weight {
  damage,   // something is not what it was: exit 74
  warning,  // worth a look: a clock that went back, an entry cut short before it was acknowledged
  note,  // as it may be, but worth saying: a list that was overwritten and is not yet ingested
};

struct Finding {
  Weight weight = Weight::damage;
  std::string file;       // relative to the investigation
  std::int64_t line = 0;  // 0: the file as a whole
  base::Message what;
  base::Message advice;
  bool is_misfit = false;  // a body that counts for nothing: every line is what it was
};

struct ErasedBody {
  std::string writer;
  std::int64_t seq = 0;
  std::string by, when, reason;
  bool holds = true;  // false: the body is only sealed, until a second voice asks too
};

struct ChainState {
  std::string writer, name;
  std::string fork;  // of a continuation; "" in the main chain
  std::int64_t entries = 0;
  std::int64_t last_checkpoint =
      0;             // seq; what stands after it is vouched for by nobody's signature
  std::string head;  // self of the last line
  std::int64_t end = 0;           // the last line that its writer signed; format 1: that is sound
  std::int64_t counts_up_to = 0;  // what stands after it counts for nothing
  std::int64_t signed_from = 0;   // lines before it are of format 1; 0: all are
};

// What the check of files came to, each file once: documents, versions of lists and tables, the maps
// between versions.
struct CheckedFiles {
  std::int64_t files = 0, bytes = 0, good = 0;
  std::vector<std::string> bad;  // below the investigation, sorted: missing or not what it was
};

struct VerifyReport {
  std::vector<Finding> findings;  // by file and line within each part of the check
  std::vector<ErasedBody> erased;
  std::vector<ChainState> chains;
  std::string id;  // of the investigation; empty where none was founded
  std::vector<std::string> members;            // keys by which they are named, sorted
  std::int64_t entries = 0, ledger_bytes = 0;  // entries: those that count
  std::int64_t signatures = 0;                 // of lines that were checked
  std::int64_t uncounted = 0;  // authentic ones that do not: strangers', of keys given up, forks
  std::int64_t documents = 0, lists = 0, file_bytes = 0;  // lists: versions, of tables too
  // Files that people work on and that are not as they were last entered (or gone), below the
  // investigation: for them to say whether they did that.
  std::vector<std::string> changed;
  CheckedFiles checked;
  std::optional<std::int64_t>
      entries_since;  // with `against`, where it was found: entries added since then
  [[nodiscard]] bool is_whole() const;  // no damage
};

struct VerifyOptions {
  bool checks_files = true;            // evidence, versions and maps as well
  std::optional<std::string> against;  // a checkpoint's code
  bool checks_signatures = false;      // of every line; else of those that something leans on
};

// Reads everything under ledger/ and each file that it vouches for. Throws Error{not_found} where
// there is no ledger and none was, usage for a code that is none.
[[nodiscard]] VerifyReport verify(const std::string& investigation, const VerifyOptions& options,
                                  base::Progress& progress);

}  // namespace sanaq::ledger
