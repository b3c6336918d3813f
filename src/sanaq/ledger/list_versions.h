// What the ledger says of files that are counted: versions of lists and of tables, kept by their
// hash, and the maps that say which record of a list became which.
#pragma once
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "sanaq/ledger/writer.h"

namespace sanaq::ledger {

inline constexpr std::string_view versions_folder = "lists/.versions";

// A version of a list: its bytes are kept in lists/.versions/SHA256*, and lists/FILE has them until
// it is overwritten.
struct ListVersion {
  std::string list, file, sha256;
  std::int64_t rows = 0;
  std::map<std::string, std::string> columns;  // FIELD -> header
  std::string history = {};    // SHA-256 of the list's map as it is from now on; empty: none
  std::string continues = {};  // of the map that it was made from; empty: none, or the same
};
Entry record_list(Writer& writer, const ListVersion& version);

// A list that has no file of its own (the people whom the case file names), for its map.
Entry record_names(Writer& writer, const ListVersion& version);

// A version of another file that a result is made from: a table, the settings. The bytes are kept
// as those of a list.
struct TableVersion {
  std::string table;  // its path below the investigation, as investigation.toml has it
  std::string kind;   // act, custody, …; settings, vocabulary, labels, …
  std::string sha256;
};
Entry record_table(Writer& writer, const TableVersion& version);

// lists/.versions/NAME-HHHHHHHH.json, where HHHHHHHH begins the SHA-256 of the list's name: by that
// two names stay apart on a disk that takes them for one.
[[nodiscard]] std::string version_map_file(const std::string& list);
// Where a map stands while its entry is being written: beside it, with `.next` before `.json`.
[[nodiscard]] std::string staged_map_file(const std::string& list);

// Which maps of one list the ledger holds to: those that an entry in force names and none continues
// from. More than one where offices read the list apart.
struct SealedMaps {
  std::set<std::string> hashes;
  [[nodiscard]] bool are_known() const { return !hashes.empty(); }
  [[nodiscard]] bool has(const std::string& sha256) const { return hashes.contains(sha256); }
};

class MapSeals {
 public:
  // Of each `list` entry that counts; either may be empty.
  void say(const std::string& list, const std::string& history, const std::string& continues);
  [[nodiscard]] SealedMaps of(const std::string& list) const;

 private:
  std::map<std::string, std::set<std::string>> named_, continued_;
};

// From the entries in force. `has_gap` where the body of a `list` entry is gone: then a map that
// none names may be that entry's.
struct KnownMaps {
  MapSeals seals;
  bool has_gap = false;
};
[[nodiscard]] KnownMaps known_maps(const std::string& investigation);

}  // namespace sanaq::ledger
