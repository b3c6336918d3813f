#include "sanaq/investigation/settings_changes.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <nlohmann/json.hpp>

#include "sanaq/base/error.h"
#include "sanaq/base/file_lock.h"
#include "sanaq/base/files.h"
#include "sanaq/base/path_kind.h"
#include "sanaq/base/sha256.h"
#include "sanaq/base/system.h"
#include "sanaq/investigation/history_files.h"
#include "sanaq/investigation/own_chain.h"
#include "sanaq/investigation/own_places.h"
#include "sanaq/ledger/list_versions.h"
#include "sanaq/settings/config.h"
#include "sanaq/settings/edit_config.h"
#include "sanaq/settings/read_config.h"

namespace sanaq::investigation {
namespace {

using base::Error;
using base::Kind;
using base::message;
using Json = nlohmann::json;

std::string kept_folder(const std::string& folder) {
  return base::join(base::join(folder, ".sanaq"), "settings");
}

// The file before a save, and what is said of the save.
std::string before_path(const std::string& folder, std::int64_t number) {
  return base::join(kept_folder(folder), fmt::format("{:06}.toml", number));
}
std::string about_path(const std::string& folder, std::int64_t number) {
  return base::join(kept_folder(folder), fmt::format("{:06}.json", number));
}

std::int64_t number_of_save(const std::string& name) {
  std::int64_t number = 0;
  if (!name.ends_with(".json")) return 0;
  const char* const end = name.data() + name.size() - std::string_view(".json").size();
  const auto [stop, error] = std::from_chars(name.data(), end, number);
  return error == std::errc() && stop == end ? number : 0;
}

Json json_of_save(const SettingsSave& save) {
  return {{"time", save.time},        {"before", save.before},
          {"after", save.after},      {"key", save.key},
          {"was", save.was},          {"now", save.now},
          {"undoes", save.undoes},    {"ledger_end", save.ledger_end},
          {"replaced", save.replaced}};
}

// Nothing for a file that was damaged, or whose file before is not what it was.
std::optional<SettingsSave> read_save(const std::string& folder, std::int64_t number) {
  const Json json = Json::parse(base::read_file(about_path(folder, number)), nullptr, false);
  const std::string before = before_path(folder, number);
  if (!json.is_object() || base::path_kind(before) != base::PathKind::file) return std::nullopt;
  try {
    SettingsSave save{number,
                      json.at("time").get<std::string>(),
                      json.at("before").get<std::string>(),
                      json.at("after").get<std::string>(),
                      json.at("key").get<std::string>(),
                      json.at("was").get<std::string>(),
                      json.at("now").get<std::string>(),
                      json.at("undoes").get<std::int64_t>(),
                      json.at("ledger_end").get<std::string>(),
                      json.value("replaced", std::string())};
    if (base::sha256_hex(base::read_file(before)) != save.before) return std::nullopt;
    return save;
  } catch (const Json::exception&) {
    return std::nullopt;
  }
}

std::vector<std::int64_t> numbers_kept(const std::string& folder) {
  std::vector<std::int64_t> numbers;
  const std::string kept = kept_folder(folder);
  if (base::path_kind(kept) != base::PathKind::folder) return numbers;
  for (const std::string& name : base::list_folder(kept)) {
    const std::int64_t number = number_of_save(name);
    if (number > 0 && base::path_kind(about_path(folder, number)) == base::PathKind::file)
      numbers.push_back(number);
  }
  std::sort(numbers.begin(), numbers.end());
  return numbers;
}

void forget_oldest(const std::string& folder) {
  const std::vector<std::int64_t> numbers = numbers_kept(folder);
  for (std::size_t at = 0; at + settings_kept < numbers.size(); ++at) {
    base::remove_file(about_path(folder, numbers[at]));
    base::remove_file(before_path(folder, numbers[at]));
  }
}

std::string text_at(const std::string& toml, const settings::KeyPath& path,
                    const std::string& file) {
  try {
    const auto value = settings::value_in(toml, path, file);
    return value ? value->toml : "";
  } catch (const Error&) {
    return "";  // the list is not there
  }
}

// What the file before and the file after say otherwise, where it is one key.
void say_values(SettingsSave& save, const std::string& before, const std::string& after) {
  try {
    const settings::KeyPath path = settings::key_path(save.key);
    save.was = text_at(before, path, save.key);
    save.now = text_at(after, path, save.key);
  } catch (const Error&) {
    // The caller calls the change something else than by its key.
  }
}

// Settings can be mended also where the ledger cannot be read; verify says what is wrong with it.
std::string ledger_end(const std::string& folder) {
  try {
    return end_of_own_chain(folder);
  } catch (const Error&) {
    return "";
  }
}

// The file before is kept first: a save that is cut short can only be one that did not happen.
SettingsSave write_save(const SettingsFile& read, const std::string& folder,
                        const std::string& toml, SettingsSave save) {
  base::make_private_folder(kept_folder(folder));
  const base::FileLock lock(base::join(kept_folder(folder), "lock"));
  const std::string now = base::read_file(read.path);
  if (base::sha256_hex(now) != read.digest) {
    throw Error(Kind::conflict,
                message("{}: the file was changed since it was read, so nothing was written; look "
                        "at it again and enter the change again",
                        read.path));
  }
  const std::vector<std::int64_t> numbers = numbers_kept(folder);
  save.number = numbers.empty() ? 1 : numbers.back() + 1;
  save.time = base::now_utc();
  save.before = read.digest;
  save.after = base::sha256_hex(toml);
  save.ledger_end = ledger_end(folder);
  base::write_private_file_whole(before_path(folder, save.number), now);
  base::write_private_file_whole(about_path(folder, save.number), json_of_save(save).dump() + "\n");
  base::write_file_whole(read.path, toml);
  forget_oldest(folder);
  return save;
}

const settings::ListConfig& replaced_list(const settings::Config& config,
                                          const SettingsSave& save) {
  const settings::KeyPath path = settings::key_path(save.key);
  for (const settings::ListConfig& list : config.lists) {
    if (path.size() == 2 && list.name == path[1] && list.file == save.replaced) return list;
  }
  throw Error(Kind::conflict, message("settings:{}: the settings name no such list with this file "
                                      "any more, so its older copy cannot be put back",
                                      save.number));
}

std::string version_path(const std::string& folder, const std::string& file,
                         const std::string& version) {
  const std::string name = base::file_name(file);
  const std::size_t point = name.rfind('.');
  return base::join(base::join(folder, std::string(ledger::versions_folder)),
                    version + (point == std::string::npos ? "" : name.substr(point)));
}

// Nothing is lost by it: what stands there now is kept first.
SettingsSave put_older_copy_back(const std::string& folder, const SettingsSave& replaced) {
  const SettingsFile read = read_settings(folder);
  const settings::Config config = settings::parse_config(read.toml, read.path);
  expect_inside(folder, config, {});
  const settings::ListConfig& list = replaced_list(config, replaced);
  const std::string path = base::join(base::join(folder, "lists"), list.file);
  if (!base::file_exists(path) || base::sha256_of_file(path) != replaced.now)
    throw Error(Kind::conflict, message("settings:{}: the file of {} is another by now, so its "
                                        "older copy is not put in its place",
                                        replaced.number, list.name));
  const std::string older = version_path(folder, list.file, replaced.was);
  if (!base::file_exists(older) || base::sha256_of_file(older) != replaced.was)
    throw Error(Kind::not_found,
                message("settings:{}: the older copy is no longer kept", replaced.number));
  keep_version(folder, path, replaced.now);
  base::write_file_whole(path, base::read_file(older));
  SettingsSave save;
  save.key = replaced.key;
  save.was = replaced.now;
  save.now = replaced.was;
  save.undoes = replaced.number;
  save.replaced = replaced.replaced;
  return write_save(read, folder, read.toml, std::move(save));
}

SettingsFile read_unchanged(const std::string& folder, const std::string& digest) {
  SettingsFile file = read_settings(folder);
  if (!digest.empty()) file.digest = digest;
  return file;
}

}  // namespace

SettingsFile read_settings(const std::string& folder) {
  SettingsFile file;
  file.path = base::join(folder, std::string(settings::settings_file));
  if (!base::file_exists(file.path)) {
    throw Error(Kind::not_found,
                message("{}: there is no investigation here; begin one with: sanaq new {}", folder,
                        folder));
  }
  // What is written there would be elsewhere, and the link gone.
  if (base::path_kind(file.path) == base::PathKind::link) {
    throw Error(Kind::bad_input,
                message("{}: this is a link; put the file itself there, or change it where it is",
                        file.path));
  }
  expect_real_rooms(folder);
  file.toml = base::read_file(file.path);
  file.digest = base::sha256_hex(file.toml);
  return file;
}

SettingsSave save_settings(const SettingsFile& read, const std::string& folder,
                           const std::string& toml, const std::string& key) {
  (void)settings::parse_config(toml, read.path);
  SettingsSave save;
  save.key = key;
  if (toml == read.toml && base::sha256_hex(toml) == read.digest) return save;
  say_values(save, read.toml, toml);
  return write_save(read, folder, toml, std::move(save));
}

SettingsSave set_value(const std::string& folder, const settings::KeyPath& path,
                       const settings::TomlValue& value, const std::string& digest) {
  const SettingsFile file = read_unchanged(folder, digest);
  return save_settings(file, folder, settings::with_value(file.toml, path, value, file.path),
                       settings::spelled(path));
}

SettingsSave set_typed(const std::string& folder, const settings::KeyPath& path,
                       std::string_view typed, const std::string& digest) {
  const SettingsFile file = read_unchanged(folder, digest);
  return save_settings(file, folder, settings::with_typed(file.toml, path, typed, file.path),
                       settings::spelled(path));
}

SettingsSave unset_value(const std::string& folder, const settings::KeyPath& path,
                         const std::string& digest) {
  const SettingsFile file = read_unchanged(folder, digest);
  return save_settings(file, folder, settings::without_value(file.toml, path, file.path),
                       settings::spelled(path));
}

SettingsSave note_replaced(const std::string& folder, const std::string& list,
                           const std::string& was, const std::string& now) {
  const SettingsFile read = read_settings(folder);
  SettingsSave save;
  save.key = settings::spelled({"list", list});
  save.was = was;
  save.now = now;
  for (const settings::ListConfig& one : settings::parse_config(read.toml, read.path).lists) {
    if (one.name == list) save.replaced = one.file;
  }
  return write_save(read, folder, read.toml, std::move(save));
}

std::vector<SettingsSave> settings_saves(const std::string& folder) {
  std::vector<SettingsSave> saves;
  for (const std::int64_t number : numbers_kept(folder)) {
    if (auto save = read_save(folder, number)) saves.push_back(std::move(*save));
  }
  const std::string file = base::join(folder, std::string(settings::settings_file));
  // The last one was cut short, or taken back by hand.
  if (!saves.empty() && base::file_exists(file) && saves.back().before != saves.back().after &&
      base::sha256_hex(base::read_file(file)) == saves.back().before)
    saves.pop_back();
  return saves;
}

SettingsSave undo_settings(const std::string& folder, std::int64_t number) {
  const std::vector<SettingsSave> saves = settings_saves(folder);
  const auto found = std::find_if(saves.begin(), saves.end(),
                                  [&](const SettingsSave& save) { return save.number == number; });
  if (found == saves.end()) {
    throw Error(Kind::not_found,
                message("settings:{}: the file before this change is no longer kept", number));
  }
  if (!found->replaced.empty()) return put_older_copy_back(folder, *found);
  const SettingsFile now = read_settings(folder);
  if (now.digest != found->after) {
    throw Error(Kind::conflict,
                message("settings:{}: {} was changed since, so this change cannot be taken back as "
                        "a whole; set {} as it is to be",
                        number, now.path, found->key));
  }
  const std::string before = base::read_file(before_path(folder, number));
  SettingsSave save;
  save.key = found->key;
  save.was = found->now;
  save.now = found->was;
  save.undoes = number;
  return write_save(now, folder, before, std::move(save));
}

}  // namespace sanaq::investigation
