#include "sanaq/investigation/take_in.h"

#include <fmt/format.h>

#include <algorithm>

#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/base/moves.h"
#include "sanaq/base/replace_file.h"
#include "sanaq/base/sha256.h"
#include "sanaq/investigation/history_files.h"
#include "sanaq/investigation/own_places.h"
#include "sanaq/settings/config.h"
#include "sanaq/settings/read_config.h"
#include "sanaq/text/fold.h"
#include "sanaq/text/letters.h"

namespace sanaq::investigation {
namespace {

using base::Error;
using base::Kind;
using base::message;

constexpr std::size_t list_name_letters_max = 100;

std::string lists_of(const std::string& folder) { return base::join(folder, "lists"); }

bool is_list_name_taken(const settings::Config& config, const std::string& name) {
  return std::any_of(
      config.lists.begin(), config.lists.end(),
      [&](const settings::ListConfig& list) { return text::fold(list.name) == text::fold(name); });
}

void expect_free_name(const std::string& folder, const std::string& name) {
  const bool has_signs = std::any_of(name.begin(), name.end(), [](unsigned char letter) {
    return letter < 0x20 || letter == 0x7f || letter == '/' || letter == '\\';
  });
  if (name.find_first_not_of(' ') == name.npos)
    throw Error(Kind::usage, message("a list needs a name, such as hospital"));
  if (has_signs || name == "." || name == ".." ||
      text::to_utf32(name).size() > list_name_letters_max)
    throw Error(Kind::usage, message("the name of a list has at most {} letters, and no slash",
                                     list_name_letters_max));
  if (is_list_name_taken(settings::read_config(folder), name))
    throw Error(Kind::usage,
                message("there is a list {} already; give this one another name", name));
}

const settings::ListConfig& list_named(const settings::Config& config, const std::string& name) {
  for (const settings::ListConfig& list : config.lists) {
    if (list.name == name) return list;
  }
  throw Error(Kind::not_found, message("there is no list {} in the settings", name));
}

std::string file_ending(const std::string& file) {
  const std::size_t point = file.rfind('.');
  return point == std::string::npos ? "" : text::fold(file.substr(point));
}

void keep(const std::string& folder, const std::string& path) {
  if (base::file_exists(path)) keep_version(folder, path, base::sha256_of_file(path));
}

// Both steps are renamings on one disk: at no moment is there half a file.
void put(const std::string& folder, const Incoming& file, const std::string& target) {
  base::replace_file(incoming_path(folder, file), target);
  base::sync_folder(base::parent_folder(target));
  drop_incoming(folder, file.id);
}

std::string put_new(const std::string& folder, const Incoming& file, const std::string& below) {
  const std::string target = base::free_path(base::join(below, file.name));
  base::move_new(incoming_path(folder, file), target);
  base::sync_folder(below);
  drop_incoming(folder, file.id);
  return base::file_name(target);
}

}  // namespace

SettingsSave name_list(const std::string& folder, const std::string& file,
                       const std::string& name) {
  expect_free_name(folder, name);
  return set_value(folder, {"list", name, "file"}, settings::text_value(file));
}

SettingsSave take_as_list(const std::string& folder, const Incoming& file,
                          const std::string& name) {
  expect_free_name(folder, name);
  expect_real_rooms(folder);
  return name_list(folder, put_new(folder, file, lists_of(folder)), name);
}

void take_as_newer(const std::string& folder, const Incoming& file, const std::string& list) {
  expect_real_rooms(folder);
  const settings::Config config = settings::read_config(folder);
  expect_inside(folder, config, {});
  const settings::ListConfig& known = list_named(config, list);
  const std::string path = base::join(lists_of(folder), known.file);
  keep(folder, path);
  if (file_ending(known.file) == file_ending(file.name)) {
    const std::string was = base::file_exists(path) ? base::sha256_of_file(path) : "";
    put(folder, file, path);
    const std::string now = base::sha256_of_file(path);
    if (!was.empty() && was != now) (void)note_replaced(folder, list, was, now);
    return;
  }
  const std::string name = put_new(folder, file, lists_of(folder));
  set_value(folder, {"list", list, "file"}, settings::text_value(name));
  if (base::file_exists(path)) (void)base::move_aside(folder, path, "lists/" + known.file);
}

SettingsSave take_as_table(const std::string& folder, const Incoming& file,
                           const std::string& kind) {
  const settings::Config config = settings::read_config(folder);
  expect_inside(folder, config, {});
  const bool is_there =
      std::any_of(config.tables.begin(), config.tables.end(),
                  [&](const settings::TableConfig& table) { return table.file == file.name; });
  if (!is_there) {
    const std::string name = put_new(folder, file, folder);
    return set_value(folder, {"table", name, "kind"}, settings::text_value(kind));
  }
  keep(folder, base::join(folder, file.name));
  put(folder, file, base::join(folder, file.name));
  return set_value(folder, {"table", file.name, "kind"}, settings::text_value(kind));
}

std::string free_list_name(const settings::Config& config, const std::string& file) {
  const std::string stem = base::file_stem(file);
  std::string name = stem;
  for (int again = 2; is_list_name_taken(config, name); ++again)
    name = fmt::format("{} {}", stem, again);
  return name;
}

}  // namespace sanaq::investigation
