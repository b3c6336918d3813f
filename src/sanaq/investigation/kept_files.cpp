#include "sanaq/investigation/kept_files.h"

#include <algorithm>

#include "sanaq/base/files.h"
#include "sanaq/exchange/truth.h"
#include "sanaq/investigation/case_tables.h"
#include "sanaq/settings/config.h"

namespace sanaq::investigation {
namespace {

bool is_list(const settings::Config& config, const std::string& path) {
  return std::any_of(
      config.lists.begin(), config.lists.end(),
      [&](const settings::ListConfig& list) { return base::join("lists", list.file) == path; });
}

// What the file is; "" for what is no file.
std::string kind_of(const settings::Config& config, const std::string& path) {
  for (const settings::TableConfig& table : config.tables) {
    if (table.file == path) return table.kind;
  }
  if (path == config.linking_files.model) return "model";
  if (path == config.linking_files.labels) return "labels";
  if (path == config.linking_files.nicknames) return "nicknames";
  if (path == vocabulary_file) return "vocabulary";
  if (path == exchange::truth_file) return "truth";
  return "";
}

}  // namespace

std::vector<ledger::TableVersion> table_versions(const Outcome& outcome) {
  std::vector<ledger::TableVersion> versions = {
      {std::string(settings::settings_file), "settings", outcome.provenance.settings}};
  for (const auto& [path, sha256] : outcome.provenance.inputs) {
    const std::string kind = kind_of(outcome.config, path);
    const bool is_said = std::any_of(versions.begin(), versions.end(),
                                     [&](const auto& known) { return known.table == path; });
    if (!kind.empty() && !is_said && !is_list(outcome.config, path))
      versions.push_back({path, kind, sha256});
  }
  return versions;
}

}  // namespace sanaq::investigation
