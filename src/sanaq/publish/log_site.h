// The log of a site as its files have it, read without following links.
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "sanaq/log/log_checkpoint.h"
#include "sanaq/log/log_entry.h"
#include "sanaq/log/log_publication.h"
#include "sanaq/log/note.h"
#include "sanaq/log/open_lists.h"
#include "sanaq/log/tiles.h"

namespace sanaq::publish {

inline constexpr const char* log_checkpoint_file = "log/checkpoint";
inline constexpr const char* log_key_file = "log/key.txt";
inline constexpr const char* opened_file = "log/opened.jsonl";

// A folder with log/checkpoint and without investigation.toml.
[[nodiscard]] bool has_log(const std::string& folder);

// Reads the site's files by their paths from its root. A link, and what lies behind one, is not
// there.
[[nodiscard]] log::ReadFile read_files_of(const std::string& site);

struct SignedCheckpoint {
  log::Note note;
  log::Checkpoint checkpoint;
};
// None for what is no checkpoint as sanaq writes them: a note of three lines.
[[nodiscard]] std::optional<SignedCheckpoint> read_checkpoint(std::string_view text);

// The keys of log/key.txt: for notes, and named as the log. None where a line is no such key.
[[nodiscard]] std::optional<std::vector<log::NoteKey>> read_log_keys(std::string_view text,
                                                                     const std::string& origin);

// One publication, from the newest on to the first.
struct SeenPublication {
  log::LogPublication body;
  log::OpenedLeaf leaf;
  log::OpenList list;
};

// What a site's log says once its files were read; filled by verify_log.
struct SeenLog {
  SignedCheckpoint checkpoint;
  std::vector<log::NoteKey> keys;
  std::map<std::uint64_t, std::uint64_t> last_closed;  // leaf -> what closed it, the last time
  std::vector<SeenPublication> publications;           // by size
  std::map<std::uint64_t, log::OpenedLeaf> open;       // log/opened.jsonl
};

}  // namespace sanaq::publish
