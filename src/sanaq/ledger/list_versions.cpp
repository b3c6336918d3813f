#include "sanaq/ledger/list_versions.h"

#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

#include "sanaq/base/files.h"
#include "sanaq/base/sha256.h"
#include "sanaq/ledger/chain_files.h"
#include "sanaq/ledger/reader.h"
#include "sanaq/ledger/retractions.h"

namespace sanaq::ledger {
namespace {

using nlohmann::json;

void add_map(const ListVersion& version, json& body) {
  if (!version.history.empty()) body["history"] = version.history;
  if (!version.continues.empty()) body["continues"] = version.continues;
}

std::string map_stem(const std::string& list) {
  // Two names may become one on NTFS (case, forbidden letters): the hash keeps them apart.
  return base::join(std::string(versions_folder),
                    base::portable_file_name(list) + "-" + base::sha256_hex(list).substr(0, 8));
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
  return writer.append("list", {{"kind", version.kind},
                                {"sha256", version.sha256},
                                {"table", version.table}});
}

std::string version_map_file(const std::string& list) { return map_stem(list) + ".json"; }
std::string staged_map_file(const std::string& list) { return map_stem(list) + ".next.json"; }

void MapSeals::say(const std::string& list, const std::string& history,
                   const std::string& continues) {
  if (!history.empty()) named_[list].insert(history);
  if (!continues.empty() && continues != history) continued_[list].insert(continues);
}

SealedMaps MapSeals::of(const std::string& list) const {
  SealedMaps maps;
  const auto named = named_.find(list);
  if (named == named_.end()) return maps;
  maps.hashes = named->second;
  if (const auto continued = continued_.find(list); continued != continued_.end()) {
    for (const std::string& sha256 : continued->second) maps.hashes.erase(sha256);
  }
  return maps;
}

KnownMaps known_maps(const std::string& investigation) {
  KnownMaps maps;
  if (!base::folder_exists(ledger_folder(investigation))) return maps;
  std::vector<std::pair<EntryPlace, json>> lists;
  Retractions retractions;
  for_each_entry(investigation, [&](const Entry& entry) {
    if (entry.kind == "list" && !entry.body) maps.has_gap = true;
    if (!entry.body || (entry.kind != "list" && entry.kind != "retraction")) return;
    json body = json::parse(*entry.body);
    if (entry.kind == "list") {
      lists.emplace_back(EntryPlace{entry.writer, entry.seq}, std::move(body));
    } else {
      retractions.note({entry.writer, entry.seq},
                       {body.at("entry").at("writer").get<std::string>(),
                        body.at("entry").at("seq").get<std::int64_t>()});
    }
  });
  const std::set<EntryPlace> retracted = retractions.retracted();
  for (const auto& [place, body] : lists) {
    if (!retracted.contains(place))
      maps.seals.say(body.value("list", ""), body.value("history", ""),
                     body.value("continues", ""));
  }
  return maps;
}

}  // namespace sanaq::ledger
