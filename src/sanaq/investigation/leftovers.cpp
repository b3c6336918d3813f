#include "sanaq/investigation/leftovers.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

#include "sanaq/base/files.h"
#include "sanaq/base/left_files.h"
#include "sanaq/base/path_kind.h"
#include "sanaq/base/whole_folder.h"
#include "sanaq/investigation/incoming.h"
#include "sanaq/investigation/own_reports.h"
#include "sanaq/investigation/published_places.h"
#include "sanaq/ledger/entry.h"
#include "sanaq/ledger/keys.h"
#include "sanaq/settings/config.h"

namespace sanaq::investigation {
namespace {

using base::message;

bool begins_with_hash(std::string_view name) {
  return name.size() >= 64 && ledger::is_hash(name.substr(0, 64));
}

// In the folder itself stand people's own files; sanaq writes these three.
bool is_ours_at_the_top(std::string_view name) {
  return name == settings::settings_file || name == ingest_report_file || name == review_file;
}

bool is_ours_in_cache(std::string_view name) {
  return name.ends_with(".json") || name.ends_with(".jsonl") || name.ends_with(".sqlite") ||
         name == "site-record" || name == "site-marks";
}

bool is_ours_in_settings(std::string_view name) {
  return name.ends_with(".json") || name.ends_with(".toml");
}

bool is_ours_in_publication(std::string_view name) {
  return name == base::file_name(std::string(published_facts)) ||
         name == base::file_name(std::string(published_corrections)) ||
         name == base::file_name(std::string(published_intake_keys)) ||
         name == base::file_name(std::string(published_leaves));
}

// "1024.txt", by the size of the log after that publication.
bool is_ours_in_openings(std::string_view name) {
  const std::size_t dot = name.find('.');
  return dot > 0 && dot != name.npos &&
         name.substr(0, dot).find_first_not_of("0123456789") == name.npos;
}

bool is_ours_in_versions(std::string_view name) {
  return begins_with_hash(name) || name.ends_with(".json");
}

bool is_ours_in_keys(std::string_view name) {
  return begins_with_hash(name) && name.ends_with(".json");
}

struct Place {
  const char* folder;  // below the investigation
  bool (*is_ours)(std::string_view target);
};

constexpr std::array<Place, 8> places = {{{"", is_ours_at_the_top},
                                          {".sanaq", is_ours_in_cache},
                                          {".sanaq/settings", is_ours_in_settings},
                                          {"evidence", begins_with_hash},
                                          {"ledger", begins_with_hash},
                                          {"lists/.versions", is_ours_in_versions},
                                          {"publication", is_ours_in_publication},
                                          {"publication/openings", is_ours_in_openings}}};

void tidy(const std::string& folder, const std::string& shown, bool (*is_ours)(std::string_view),
          std::vector<base::Message>& said) {
  for (const base::LeftFile& file : base::left_files(folder)) {
    const std::string name = base::join(shown, file.name);
    if (is_ours(file.target)) {
      base::remove_file(base::join(folder, file.name));
      said.push_back(message(
          "{}: a command that was interrupted had left this half-written; it was removed", name));
    } else {
      said.push_back(
          message("{}: this looks like something half-written, but sanaq writes no such "
                  "file here; it was left where it is",
                  name));
    }
  }
}

// "site.unfinished-4711" -> "site"; empty for another name.
std::string folder_begun(const std::string& name) {
  const std::size_t mark = name.rfind(".unfinished-");
  return mark == std::string::npos || mark == 0 ? "" : name.substr(0, mark);
}

// Folders that were being made in the investigation: ours carry a mark in them.
void tidy_folders(const std::string& folder, std::vector<base::Message>& said) {
  if (base::path_kind(folder) != base::PathKind::folder) return;
  std::set<std::string> begun;
  for (const std::string& name : base::list_folder(folder)) begun.insert(folder_begun(name));
  begun.erase("");
  for (const std::string& name : begun) {
    for (const std::string& left : base::left_beside(base::join(folder, name))) {
      if (!left.starts_with(base::join(folder, name) + ".unfinished-")) continue;
      said.push_back(base::remove_if_unfinished(left)
                         ? message("{}: a command that was interrupted had left this half-written; "
                                   "it was removed",
                                   base::file_name(left))
                         : message("{}: this looks like something half-written, but sanaq did not "
                                   "begin it; it was left where it is",
                                   base::file_name(left)));
    }
  }
}

}  // namespace

std::vector<base::Message> remove_leftovers(const std::string& folder) {
  std::vector<base::Message> said;
  for (const Place& place : places)
    tidy(base::join(folder, place.folder), place.folder, place.is_ours, said);
  tidy_folders(folder, said);
  for (base::Message& one : drop_cut_arrivals(folder)) said.push_back(std::move(one));
  // Half of a key is half of a secret.
  tidy(ledger::keys_folder(), ledger::keys_folder(), is_ours_in_keys, said);
  return said;
}

}  // namespace sanaq::investigation
