#include "sanaq/persons/list_history.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>

#include "sanaq/base/error.h"
#include "sanaq/base/sha256.h"

namespace sanaq::persons {
namespace {

using Json = nlohmann::json;
constexpr std::size_t none = static_cast<std::size_t>(-1);

// [new] -> old with the same identity, or none.
std::vector<std::size_t> same_identity(const std::vector<std::string>& before,
                                       const std::vector<std::string>& now) {
  std::map<std::string_view, std::size_t> place;
  for (std::size_t at = 0; at < before.size(); ++at) place.emplace(before[at], at);
  std::vector<std::size_t> old_of(now.size(), none);
  for (std::size_t at = 0; at < now.size(); ++at) {
    const auto found = place.find(now[at]);
    if (found != place.end()) old_of[at] = found->second;
  }
  return old_of;
}

// Earlier identity -> the one that the record has in the newest version, of those that no record
// has there. An identity that two records had is the later one's.
std::map<std::string, std::string> earlier_identities(const ListHistory& history) {
  const std::set<std::string_view> present(history.identities.begin(), history.identities.end());
  std::map<std::string, std::string> now;
  for (auto version = history.versions.rbegin(); version != history.versions.rend(); ++version) {
    std::vector<std::pair<std::string, std::string>> found;
    for (const auto& [before, after] : version->renamed) {
      if (present.contains(after)) {
        found.emplace_back(before, after);
      } else if (const auto known = now.find(after); known != now.end()) {
        found.emplace_back(before, known->second);
      }
    }
    for (auto& [before, latest] : found) {
      if (!present.contains(before)) now.emplace(std::move(before), std::move(latest));
    }
  }
  return now;
}

// Adds to `old_of` the rows that are again what an old record was in an earlier version.
void match_restored(std::vector<std::size_t>& old_of, const ListHistory& history,
                    const std::vector<std::string>& now) {
  const std::map<std::string, std::string> earlier = earlier_identities(history);
  if (earlier.empty()) return;
  std::map<std::string_view, std::size_t> free;
  for (std::size_t at = 0; at < history.identities.size(); ++at)
    free.emplace(history.identities[at], at);
  for (const std::size_t old : old_of) {
    if (old != none) free.erase(history.identities[old]);
  }
  for (std::size_t at = 0; at < now.size(); ++at) {
    if (old_of[at] != none) continue;
    const auto known = earlier.find(now[at]);
    if (known == earlier.end()) continue;
    const auto found = free.find(known->second);
    if (found == free.end()) continue;
    old_of[at] = found->second;
    free.erase(found);
  }
}

// Neighbours that kept their order: the longest increasing run of old places (patience sorting), as
// places in the new list.
std::vector<std::size_t> anchors(const std::vector<std::size_t>& old_of) {
  std::vector<std::size_t>
      last;  // [length - 1]: the new place that ends the best run of that length
  std::vector<std::size_t> previous(old_of.size(), none);
  for (std::size_t at = 0; at < old_of.size(); ++at) {
    if (old_of[at] == none) continue;
    const auto end = std::lower_bound(
        last.begin(), last.end(), old_of[at],
        [&](std::size_t place, std::size_t value) { return old_of[place] < value; });
    if (end != last.begin()) previous[at] = *(end - 1);
    if (end == last.end()) {
      last.push_back(at);
    } else {
      *end = at;
    }
  }
  std::vector<std::size_t> run;
  for (std::size_t at = last.empty() ? none : last.back(); at != none; at = previous[at])
    run.push_back(at);
  std::reverse(run.begin(), run.end());
  return run;
}

// Matches what is left between two anchors, in order, where both sides have equally many.
void match_between(std::vector<std::size_t>& old_of, const std::vector<bool>& is_taken,
                   std::size_t new_begin, std::size_t new_end, std::size_t old_begin,
                   std::size_t old_end) {
  std::vector<std::size_t> olds;
  std::vector<std::size_t> news;
  for (std::size_t at = old_begin; at < old_end; ++at) {
    if (!is_taken[at]) olds.push_back(at);
  }
  for (std::size_t at = new_begin; at < new_end; ++at) {
    if (old_of[at] == none) news.push_back(at);
  }
  if (olds.size() != news.size()) return;
  for (std::size_t at = 0; at < news.size(); ++at) old_of[news[at]] = olds[at];
}

std::vector<std::size_t> predecessors(const ListHistory& history,
                                      const std::vector<std::string>& now) {
  const std::vector<std::string>& before = history.identities;
  std::vector<std::size_t> old_of = same_identity(before, now);
  match_restored(old_of, history, now);
  std::vector<bool> is_taken(before.size(), false);
  for (const std::size_t old : old_of) {
    if (old != none) is_taken[old] = true;
  }
  std::size_t new_begin = 0;
  std::size_t old_begin = 0;
  for (const std::size_t anchor : anchors(old_of)) {
    const std::size_t old = old_of[anchor];
    match_between(old_of, is_taken, new_begin, anchor, old_begin, old);
    new_begin = anchor + 1;
    old_begin = old + 1;
  }
  match_between(old_of, is_taken, new_begin, now.size(), old_begin, before.size());
  return old_of;
}

// An identity may come back for another row after its own row was corrected; the origin must stay
// unique.
std::string unused_origin(const std::string& identity, std::set<std::string>& used) {
  std::string origin = identity;
  for (int again = 2; !used.insert(origin).second; ++again)
    origin = identity + "\n" + std::to_string(again);
  return origin;
}

// Origin and arrival of a row without a predecessor. One that had been removed and whose origin no
// other row took meanwhile is taken out of `gone`.
GoneRecord appearing(ListHistory& history, const std::string& identity, std::int64_t arrival,
                     std::set<std::string>& used) {
  const auto back = history.gone.find(identity);
  if (back != history.gone.end() && used.insert(back->second.origin).second) {
    GoneRecord record = std::move(back->second);
    history.gone.erase(back);
    return record;
  }
  return {unused_origin(identity, used), arrival};
}

// Notes the records of the newest version that have no successor.
std::vector<std::string> note_removed(ListHistory& history,
                                      const std::vector<bool>& has_successor) {
  std::vector<std::string> removed;
  for (std::size_t old = 0; old < has_successor.size(); ++old) {
    if (has_successor[old]) continue;
    removed.push_back(history.identities[old]);
    history.gone[history.identities[old]] = {history.origins[old], history.arrivals[old]};
  }
  return removed;
}

Json version_json(const ListVersion& version) {
  return {{"version", version.version},
          {"file", version.file},
          {"records", version.records},
          {"renamed", version.renamed},
          {"removed", version.removed}};
}

ListVersion version_from(const Json& json) {
  ListVersion version;
  json.at("version").get_to(version.version);
  json.at("file").get_to(version.file);
  json.at("records").get_to(version.records);
  json.at("renamed").get_to(version.renamed);
  json.at("removed").get_to(version.removed);
  return version;
}

[[noreturn]] void refuse(const std::string& path) {
  throw base::Error(
      base::Kind::corrupt,
      base::message("{}: this file is damaged; put it back from a copy, or remove it: the list "
                    "then counts as new, and addresses of its persons may change",
                    path));
}

}  // namespace

VersionChange add_version(ListHistory& history, const std::string& version, const std::string& file,
                          const std::vector<std::string>& identities, std::int64_t arrival) {
  VersionChange change;
  change.is_first = history.versions.empty();
  const bool is_same_file = !change.is_first && history.versions.back().version == version;
  if (is_same_file && history.identities == identities) {
    change.unchanged = static_cast<std::int64_t>(identities.size());
    return change;
  }
  change.is_new = true;
  const std::vector<std::size_t> old_of = predecessors(history, identities);
  ListVersion entry{version, file, static_cast<std::int64_t>(identities.size()), {}, {}};
  std::vector<bool> has_successor(history.identities.size(), false);
  std::set<std::string> used;
  for (const std::size_t old : old_of) {
    if (old == none) continue;
    has_successor[old] = true;
    used.insert(history.origins[old]);
  }
  std::vector<std::string> origins;
  std::vector<std::int64_t> arrivals;
  for (std::size_t at = 0; at < identities.size(); ++at) {
    const std::size_t old = old_of[at];
    const GoneRecord record = old == none ? appearing(history, identities[at], arrival, used)
                                          : GoneRecord{history.origins[old], history.arrivals[old]};
    origins.push_back(record.origin);
    arrivals.push_back(record.arrival);
    if (old == none) {
      ++change.added;
    } else if (history.identities[old] == identities[at]) {
      ++change.unchanged;
    } else {
      ++change.changed;
      entry.renamed.emplace_back(history.identities[old], identities[at]);
    }
  }
  entry.removed = note_removed(history, has_successor);
  change.removed = static_cast<std::int64_t>(entry.removed.size());
  history.versions.push_back(std::move(entry));
  history.identities = identities;
  history.origins = std::move(origins);
  history.arrivals = std::move(arrivals);
  return change;
}

std::string history_text(const ListHistory& history) {
  Json origins = Json::object();  // only those that differ: place -> origin
  for (std::size_t at = 0; at < history.identities.size(); ++at) {
    if (history.origins[at] != history.identities[at])
      origins[std::to_string(at)] = history.origins[at];
  }
  Json versions = Json::array();
  for (const ListVersion& version : history.versions) versions.push_back(version_json(version));
  Json json = {{"list", history.list},
               {"versions", versions},
               {"identities", history.identities},
               {"arrivals", history.arrivals},
               {"origins", origins}};
  for (const auto& [identity, record] : history.gone)
    json["gone"][identity] = Json::array({record.origin, record.arrival});
  return json.dump(1) + "\n";
}

ListHistory history_from_text(const std::string& text, const std::string& list,
                              const std::string& path) {
  ListHistory history;
  history.list = list;
  try {
    const Json json = Json::parse(text);
    for (const Json& version : json.at("versions"))
      history.versions.push_back(version_from(version));
    json.at("identities").get_to(history.identities);
    json.at("arrivals").get_to(history.arrivals);
    history.origins = history.identities;
    for (const auto& [place, origin] : json.at("origins").items())
      history.origins.at(std::stoul(place)) = origin.get<std::string>();
    if (json.contains("gone")) {
      for (const auto& [identity, record] : json.at("gone").items())
        history.gone[identity] = {record.at(0).get<std::string>(),
                                  record.at(1).get<std::int64_t>()};
    }
    if (history.arrivals.size() != history.identities.size()) refuse(path);
  } catch (const std::exception&) {
    refuse(path);
  }
  return history;
}

std::string history_hash(const ListHistory& history) {
  return base::sha256_hex(history_text(history));
}

}  // namespace sanaq::persons
