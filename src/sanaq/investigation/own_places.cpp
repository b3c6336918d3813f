#include "sanaq/investigation/own_places.h"

#include <algorithm>
#include <utility>

#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/base/path_kind.h"
#include "sanaq/base/walk_tree.h"
#include "sanaq/exchange/truth.h"
#include "sanaq/investigation/case_tables.h"
#include "sanaq/investigation/own_reports.h"
#include "sanaq/settings/config.h"
#include "sanaq/settings/read_config.h"

namespace sanaq::investigation {
namespace {

using base::Error;
using base::join;
using base::Kind;
using base::message;
using base::PathKind;

struct Named {
  std::string key, file;  // as the settings say it
  std::string path;
};

std::vector<Named> all_named(const settings::Config& config, const std::string& folder) {
  std::vector<Named> all;
  const auto add = [&](const char* key, const std::string& file, const std::string& below) {
    if (!file.empty()) all.push_back({key, file, join(below, file)});
  };
  for (const settings::ListConfig& list : config.lists)
    add("list.file", list.file, join(folder, "lists"));
  for (const settings::TableConfig& table : config.tables) add("table.file", table.file, folder);
  add("link.model", config.linking_files.model, folder);
  add("link.labels", config.linking_files.labels, folder);
  add("link.nicknames", config.linking_files.nicknames, folder);
  for (const std::string_view file : {vocabulary_file, exchange::truth_file})
    all.push_back({std::string(file), std::string(file), join(folder, std::string(file))});
  return all;
}

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return c >= 'A' && c <= 'Z' ? c + 32 : c; });
  return text;
}

// What follows the folder in a path, links resolved and in small letters; empty where it lies
// elsewhere.
std::string below(const std::string& folder, const std::string& path) {
  const std::string place = base::absolute_path(folder) + "/", whole = base::absolute_path(path);
  return whole.starts_with(place) ? lower(whole.substr(place.size())) : "";
}

bool is_in_room(const std::string& folder, const std::string& room, const std::string& path) {
  const std::string rest = below(folder, path);
  return rest == room || rest.starts_with(room + "/") || base::is_within(path, join(folder, room));
}

bool is_one_file(const std::string& left, const std::string& right) {
  return base::is_same_file(left, right) ||
         lower(base::absolute_path(left)) == lower(base::absolute_path(right));
}

settings::Config settings_or_none(const std::string& folder) {
  const std::string path = join(folder, std::string(settings::settings_file));
  try {
    return settings::parse_config(base::read_file(path), path);
  } catch (const Error&) {
    return {};  // whoever reads the settings says what is wrong with them
  }
}

bool is_allowed(const std::string& path, const std::string& folder,
                const std::vector<std::string>& allowed) {
  return base::is_within(path, folder) ||
         std::any_of(allowed.begin(), allowed.end(),
                     [&](const std::string& other) { return base::is_within(path, other); });
}

std::vector<std::string> links_in(const std::string& folder, const std::string& room) {
  std::vector<std::string> links;
  if (base::path_kind(join(folder, room)) == PathKind::link) return {room};
  if (!base::folder_exists(join(folder, room))) return links;
  for (const base::TreeEntry& entry : base::walk_tree(join(folder, room))) {
    if (entry.kind == PathKind::link) links.push_back(join(room, entry.path));
  }
  return links;
}

std::vector<std::string> links_in_lists(const std::string& folder,
                                        const std::vector<std::string>& allowed) {
  std::vector<std::string> links = links_in(folder, "lists");
  std::erase_if(links, [&](const std::string& link) {
    return std::any_of(allowed.begin(), allowed.end(), [&](const std::string& other) {
      return base::is_within(join(folder, link), other);
    });
  });
  return links;
}

}  // namespace

std::optional<std::string> investigation_around(const std::string& path) {
  for (std::string above = base::absolute_path(path);; above = base::parent_folder(above)) {
    if (base::file_exists(join(above, std::string(settings::settings_file)))) return above;
    if (above.empty() || above == base::parent_folder(above)) return std::nullopt;
  }
}

std::vector<std::string> named_files(const settings::Config& config, const std::string& folder) {
  std::vector<std::string> paths;
  for (const Named& named : all_named(config, folder)) paths.push_back(named.path);
  return paths;
}

void expect_free_of(const std::string& folder, const std::string& path) {
  for (const std::string_view name : settings::own_rooms) {
    const std::string room(name);
    if (is_in_room(folder, room, path))
      throw Error(Kind::usage, message("{}: this is within the investigation's own {}/; name a "
                                       "place elsewhere",
                                       path, room));
  }
  if (is_one_file(path, join(folder, std::string(settings::settings_file))))
    throw Error(Kind::usage,
                message("{}: these are the investigation's settings; name another file", path));
  for (const std::string& named : named_files(settings_or_none(folder), folder)) {
    if (is_one_file(path, named))
      throw Error(Kind::usage,
                  message("{}: the investigation counts from this file; name another one", path));
  }
}

void expect_new_folder(const std::string& path) {
  const PathKind kind = base::path_kind(path);
  const bool is_free =
      kind == PathKind::nothing || (kind == PathKind::folder && base::list_folder(path).empty());
  if (!is_free)
    throw Error(Kind::usage, message("{}: something stands here already; name a new folder", path));
  if (const auto around = investigation_around(path)) expect_free_of(*around, path);
}

void expect_inside(const std::string& folder, const settings::Config& config,
                   const std::vector<std::string>& allowed) {
  for (const std::string& other : allowed) {
    if (!base::folder_exists(other))
      throw Error(Kind::not_found,
                  message("--allow-outside {}: there is no such folder; check the path", other));
  }
  expect_real_rooms(folder);
  for (const Named& named : all_named(config, folder)) {
    if (is_own_report(below(folder, named.path)))
      throw Error(
          Kind::bad_input,
          message("{}: {} = \"{}\" is the name of a file that sanaq writes; give yours "
                  "another name",
                  join(folder, std::string(settings::settings_file)), named.key, named.file));
    if (is_allowed(named.path, folder, allowed)) continue;
    throw Error(Kind::bad_input,
                message("{}: {} = \"{}\" leads out of the investigation, to {}; move the file into "
                        "it, or allow its folder to be read with --allow-outside",
                        join(folder, std::string(settings::settings_file)), named.key, named.file,
                        base::absolute_path(named.path)));
  }
  for (const std::string& link : links_in_lists(folder, allowed))
    throw Error(Kind::bad_input,
                message("{}: this is a symbolic link, which is not followed; put the file itself "
                        "there, or allow the folder that it leads to with --allow-outside",
                        link));
}

void expect_real_rooms(const std::string& folder) {
  for (const std::string_view name : settings::own_rooms) {
    const std::string room = join(folder, std::string(name));
    if (base::path_kind(room) == PathKind::link)
      throw Error(Kind::bad_input,
                  message("{}: this folder of the investigation is a symbolic link; put the folder "
                          "itself there",
                          room));
  }
}

std::vector<std::string> refused_links(const std::string& folder,
                                       const std::vector<std::string>& allowed) {
  std::vector<std::string> links = links_in_lists(folder, allowed);
  for (std::string& link : links_in(folder, "evidence")) links.push_back(std::move(link));
  return links;
}

void expect_no_links_in_evidence(const std::string& folder) {
  for (const std::string& link : links_in(folder, "evidence"))
    throw Error(Kind::bad_input, message("{}: this is a symbolic link, which is not followed; put "
                                         "the document itself there",
                                         link));
}

}  // namespace sanaq::investigation
