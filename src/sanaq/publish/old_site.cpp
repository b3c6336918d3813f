#include "sanaq/publish/old_site.h"

#include <optional>
#include <set>

#include "sanaq/base/files.h"
#include "sanaq/base/path_kind.h"
#include "sanaq/base/sha256.h"
#include "sanaq/base/walk_tree.h"
#include "sanaq/ledger/ledger.h"

namespace sanaq::publish {
namespace {

// None where something stands there that no site of ours had.
std::optional<SiteMark> mark_of_files(const std::string& folder) {
  log::GatheredFiles files;
  for (const base::TreeEntry& entry : base::walk_tree(folder)) {
    if (entry.kind == base::PathKind::folder || entry.path == mark_file) continue;
    if (entry.kind != base::PathKind::file || !is_site_path(entry.path)) return std::nullopt;
    files.add(entry.path, base::sha256_of_file(base::join(folder, entry.path)));
  }
  return SiteMark{files.sorted()};
}

std::set<std::string> sites_in_ledger(const std::string& investigation) {
  std::set<std::string> hashes;
  if (!base::folder_exists(ledger::ledger_folder(investigation))) return hashes;
  for (const ledger::Run& run : ledger::runs(investigation)) {
    for (const auto& [name, hash] : run.outputs) {
      if (run.verb == "publish" && name == "site") hashes.insert(hash);
    }
  }
  for (const ledger::Publication& publication : ledger::publications(investigation))
    hashes.insert(publication.mark);
  return hashes;
}

}  // namespace

std::string digest_in_order(const SiteMark& mark, const std::vector<std::string>& order) {
  if (order.size() != mark.files.size()) return "";
  base::Sha256 whole;
  for (const std::string& path : order) {
    const auto hash = mark.files.hash_of(path);
    if (!hash) return "";
    whole.add(std::string(*hash) + "  " + path + "\n");
  }
  return whole.hex();
}

bool claim_old_site(const SitePlace& place, const std::vector<std::string>& order) {
  const std::set<std::string> known = sites_in_ledger(place.investigation);
  if (known.empty()) return false;
  const auto mark = mark_of_files(place.folder);
  if (!mark ||
      (!known.contains(mark_hash(*mark)) && !known.contains(digest_in_order(*mark, order))))
    return false;
  write_mark(place.folder, *mark);
  return true;
}

}  // namespace sanaq::publish
