#include "sanaq/investigation/new_investigation.h"

#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/base/path_kind.h"
#include "sanaq/investigation/own_places.h"
#include "sanaq/investigation/suggested_lists.h"
#include "sanaq/settings/config.h"
#include "sanaq/settings/config_template.h"
#include "sanaq/settings/read_config.h"

namespace sanaq::investigation {
namespace {

std::string without_slashes(std::string path) {
  while (path.size() > 1 && path.ends_with('/')) path.pop_back();
  return path;
}

// Where the lists lie there already: their blocks as comments, to be used by taking away the #.
std::string blocks_for(const std::string& folder, const settings::Config& config,
                       std::string_view language) {
  const std::vector<std::string> files = files_without_a_list(folder, config);
  if (files.empty()) return "";
  base::Progress silent;
  const base::Catalog catalog(language);
  return "\n" + as_comments(suggested_lists(folder, files, config, catalog, silent));
}

}  // namespace

void new_investigation(const std::string& folder, std::string_view language) {
  const std::string place = without_slashes(folder);
  const std::string settings = base::join(place, std::string(settings::settings_file));
  if (!base::folder_exists(place) && base::path_kind(place) != base::PathKind::nothing) {
    throw base::Error(base::Kind::usage,
                      base::message("{}: this is a file; name a new folder", place));
  }
  if (const auto around = investigation_around(place)) expect_free_of(*around, place);
  if (base::path_kind(settings) != base::PathKind::nothing) {
    throw base::Error(
        base::Kind::usage,
        base::message("{}: there is an investigation already; name another folder", place));
  }
  const std::string lists = base::join(place, "lists");
  const base::PathKind kind = base::path_kind(lists);
  if (kind != base::PathKind::nothing && kind != base::PathKind::folder)
    throw base::Error(base::Kind::usage,
                      base::message("{}: this must be a folder; move it away", lists));
  base::make_folder(lists);
  const std::string name = base::file_name(place);
  const std::string text =
      settings::config_template(name == "." || name == ".." ? "" : name, language);
  base::write_file_whole(
      settings, text + blocks_for(place, settings::parse_config(text, settings), language));
}

}  // namespace sanaq::investigation
