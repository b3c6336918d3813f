#include "sanaq/investigation/glance.h"

#include "sanaq/base/file_stamp.h"
#include "sanaq/base/files.h"
#include "sanaq/settings/read_config.h"

namespace sanaq::investigation {
namespace {

std::vector<std::string> files_of(const settings::Config& config) {
  std::vector<std::string> files = {std::string(settings::settings_file)};
  for (const settings::ListConfig& list : config.lists)
    files.push_back(base::join("lists", list.file));
  for (const settings::TableConfig& table : config.tables) files.push_back(table.file);
  return files;
}

std::vector<std::string> touched_since(const std::string& folder, const settings::Config& config) {
  std::vector<std::string> touched;
  const auto counted = base::file_stamp(base::join(folder, ".sanaq/estimate.json"));
  if (!counted) return touched;
  for (const std::string& file : files_of(config)) {
    const auto stamp = base::file_stamp(base::join(folder, file));
    if (!stamp || stamp->changed > counted->changed) touched.push_back(file);
  }
  return touched;
}

}  // namespace

Glance glance(const std::string& folder) {
  const settings::Config config = settings::read_config(folder);
  Glance seen;
  seen.title = config.title.empty() ? base::file_name(folder) : config.title;
  seen.languages = config.languages;
  seen.is_invented = config.is_invented;
  for (const settings::ListConfig& list : config.lists) seen.lists.push_back(list.name);
  seen.has_tables = !config.tables.empty();
  seen.number = last_number(folder);
  seen.touched = touched_since(folder, config);
  seen.waiting = last_waiting(folder);
  return seen;
}

}  // namespace sanaq::investigation
