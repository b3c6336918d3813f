// Which record of an overwritten list is which record of the list before it (design.md 3).
//
// Kept in plain files beside the versions' bytes, lists/.versions/: it cannot be made again from
// the newest version.
#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace sanaq::persons {

struct ListVersion {
  std::string version;  // SHA-256 of the file's bytes
  std::string file;     // its name in lists/
  std::int64_t records = 0;
  std::vector<std::pair<std::string, std::string>>
      renamed;                       // identity in the version before -> identity in this one
  std::vector<std::string> removed;  // identities of the version before that have no successor
};

struct ListHistory {
  std::string list;
  std::vector<ListVersion> versions;    // oldest first
  std::vector<std::string> identities;  // of the newest version, in row order
  std::vector<std::string> origins;     // the identity under which each was first seen; unique
  std::vector<std::int64_t> arrivals;   // at which ingest it was first seen, from 1
  std::string read_from = {};           // SHA-256 of the map that it goes on from; "": none
};

struct VersionChange {
  bool is_first = false, is_new = false;  // neither: the list is what it was
  std::int64_t unchanged = 0, changed = 0, added = 0, removed = 0;
};

// Takes the list as it is now into its history. A record with the same identity is the same record.
// What remains between two such neighbours is matched in order where the old and the new list have
// equally many there (rows that were corrected); otherwise it is removed and added.
VersionChange add_version(ListHistory& history, const std::string& version, const std::string& file,
                          const std::vector<std::string>& identities, std::int64_t arrival);

// As the file has it, and its SHA-256.
[[nodiscard]] std::string history_text(const ListHistory& history);
[[nodiscard]] std::string history_hash(const ListHistory& history);
// The inverse of history_text(). Throws Error{corrupt}, naming `path`, for a text that is not one.
[[nodiscard]] ListHistory history_from_text(const std::string& text, const std::string& list,
                                            const std::string& path);

}  // namespace sanaq::persons
