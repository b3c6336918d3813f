// Which record of an overwritten list is which record of the list before it (design.md 3).
//
// It is kept in plain files beside the versions' bytes, in lists/.versions/, since it cannot be
// made again from the newest version.
#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace sanaq::persons {

struct ListVersion {
  std::string version;  // SHA-256 of the file's bytes
  std::string file;     // the file's name in lists/
  std::int64_t records = 0;
  // Identity in the version before -> identity in this one.
  std::vector<std::pair<std::string, std::string>> renamed;
  std::vector<std::string> removed;  // identities of the version before without a successor
};

// A record that the newest version does not have: what it was called at first, and when.
struct GoneRecord {
  std::string origin;
  std::int64_t arrival = 0;
};

struct ListHistory {
  std::string list;
  std::vector<ListVersion> versions;  // oldest first
  // One entry for each record of the newest version, in row order.
  std::vector<std::string> identities;
  std::vector<std::string> origins;    // the identity under which it was first seen; unique
  std::vector<std::int64_t> arrivals;  // the number of the ingest that first saw it, from 1
  std::map<std::string, GoneRecord> gone = {};  // by the last identity that it had
  std::string read_from = {};  // SHA-256 of the map that it continues; "" if there is none
};

struct VersionChange {
  bool is_first = false, is_new = false;  // if neither is true, the list is what it was
  std::int64_t unchanged = 0, changed = 0, added = 0, removed = 0;
};

// Adds the list as it is now to its history. A record with the same identity is the same record,
// and so is one with an identity that the record had in an earlier version: a file that was damaged
// for one version and is put back has the records that it had. Records that remain between two of
// these are matched in order if the old and the new list have equally many there (corrected rows);
// otherwise they count as removed and added. A removed one that comes back is the one that it was.
VersionChange add_version(ListHistory& history, const std::string& version, const std::string& file,
                          const std::vector<std::string>& identities, std::int64_t arrival);

// Return the text of the history's file, and the SHA-256 of that text.
[[nodiscard]] std::string history_text(const ListHistory& history);
[[nodiscard]] std::string history_hash(const ListHistory& history);
// Reverses history_text(). Throws Error{corrupt}, naming `path`, for a text that is not a history.
[[nodiscard]] ListHistory history_from_text(const std::string& text, const std::string& list,
                                            const std::string& path);

}  // namespace sanaq::persons
