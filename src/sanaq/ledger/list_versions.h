// What the ledger says of files that are counted: versions of lists and of tables, kept by their
// hash, and the maps that say which record of a list became which.
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

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

// A map is kept as lists/.versions/HISTORY.json, and no entry but its own names it.
[[nodiscard]] std::string map_file(const std::string& history);
// Where older versions had it, one for all versions of the list:
// lists/.versions/NAME-HHHHHHHH.json, where HHHHHHHH begins the SHA-256 of the list's name.
[[nodiscard]] std::string unnamed_map_file(const std::string& list);

// A map that the ledger holds to, and the version of the list that it ends with ("" for names).
struct NamedMap {
  std::string history, version;
};

// The maps of all lists.
class KnownMaps {
 public:
  // Of each `list` entry in force, in the order of the union; what is empty says nothing.
  void say(const std::string& list, const NamedMap& map, const std::string& continues);
  // The one to go on from, where the list's file is that version now: of those that no entry
  // continues from, the last that ends with it, or else the last. None where no entry names one.
  [[nodiscard]] std::optional<NamedMap> newest(const std::string& list,
                                               const std::string& version) const;

 private:
  std::map<std::string, std::vector<NamedMap>> named_;
  std::map<std::string, std::set<std::string>> continued_;
};

[[nodiscard]] KnownMaps known_maps(const std::string& investigation);

}  // namespace sanaq::ledger
