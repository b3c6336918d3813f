#include "sanaq/ledger/list_versions.h"

#include <nlohmann/json.hpp>

#include "sanaq/base/files.h"
#include "sanaq/base/sha256.h"
#include "sanaq/ledger/statements.h"

namespace sanaq::ledger {
namespace {

using nlohmann::json;

void add_map(const ListVersion& version, json& body) {
  if (!version.history.empty()) body["history"] = version.history;
  if (!version.continues.empty()) body["continues"] = version.continues;
}

}  // namespace

Entry record_list(Writer& writer, const ListVersion& version) {
  json body = {{"columns", version.columns},
               {"file", version.file},
               {"list", version.list},
               {"rows", version.rows},
               {"sha256", version.sha256}};
  add_map(version, body);
  return writer.append("list", body);
}

Entry record_names(Writer& writer, const ListVersion& version) {
  json body = {{"list", version.list}, {"names", version.rows}};
  add_map(version, body);
  return writer.append("list", body);
}

Entry record_table(Writer& writer, const TableVersion& version) {
  return writer.append(
      "list", {{"kind", version.kind}, {"sha256", version.sha256}, {"table", version.table}});
}

std::string map_file(const std::string& history) {
  return base::join(std::string(versions_folder), history + ".json");
}

std::string unnamed_map_file(const std::string& list) {
  // Two names may become one on NTFS (case, forbidden letters): the hash keeps them apart.
  return base::join(
      std::string(versions_folder),
      base::portable_file_name(list) + "-" + base::sha256_hex(list).substr(0, 8) + ".json");
}

void KnownMaps::say(const std::string& list, const NamedMap& map, const std::string& continues) {
  if (!map.history.empty()) named_[list].push_back(map);
  if (!continues.empty() && continues != map.history) continued_[list].insert(continues);
}

std::optional<NamedMap> KnownMaps::newest(const std::string& list,
                                          const std::string& version) const {
  const auto named = named_.find(list);
  if (named == named_.end()) return std::nullopt;
  const auto continued = continued_.find(list);
  std::optional<NamedMap> last;
  for (auto map = named->second.rbegin(); map != named->second.rend(); ++map) {
    if (continued != continued_.end() && continued->second.contains(map->history)) continue;
    if (map->version == version) return *map;
    if (!last) last = *map;
  }
  return last;
}

KnownMaps known_maps(const std::string& investigation) {
  KnownMaps maps;
  visit_in_force(investigation, "list", [&](const Entry&, const json& body) {
    maps.say(body.value("list", ""), {body.value("history", ""), body.value("sha256", "")},
             body.value("continues", ""));
  });
  return maps;
}

}  // namespace sanaq::ledger
