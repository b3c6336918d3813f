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

#include "sanaq/ledger/list_versions.h"

namespace sanaq::investigation {

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
VersionChange take_version(ListHistory& history, const std::string& version,
                           const std::string& file, const std::vector<std::string>& identities,
                           std::int64_t arrival);

// What the list was up to now; its file is `version` today. An empty history where there is none
// yet. Where an entry of the ledger names a map, that one is read and no other: an altered one would
// change who is who, and be entered as if it were true. Throws Error{corrupt} for a file that is not
// one, or not what it was.
[[nodiscard]] ListHistory read_history(const std::string& folder, const std::string& list,
                                       const std::string& version,
                                       const ledger::KnownMaps& known);

// As the file has it, and its SHA-256.
[[nodiscard]] std::string history_text(const ListHistory& history);
[[nodiscard]] std::string history_hash(const ListHistory& history);

// Keeps it as lists/.versions/SHA256.json, before its entry is made.
void keep_history(const std::string& folder, const ListHistory& history);

// Keeps the bytes as lists/.versions/SHA256.EXT; a version that is there already is left alone.
// Throws Error{conflict} where the file is no longer the one with that hash.
void keep_version(const std::string& folder, const std::string& path, const std::string& version);

}  // namespace sanaq::investigation
