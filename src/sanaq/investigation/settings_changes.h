// Changes of investigation.toml, one value at a time. Each save keeps the file that was there
// before it in .sanaq/settings/, the last twenty, so that it can be undone (undo.h).
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/settings/edit_config.h"

namespace sanaq::investigation {

// The settings as they were read. `digest` is the SHA-256 of the bytes, by which a later save knows
// that nobody wrote the file meanwhile.
struct SettingsFile {
  std::string path, toml, digest;
};
// Throws Error{not_found} where the folder is no investigation.
[[nodiscard]] SettingsFile read_settings(const std::string& folder);

inline constexpr std::size_t settings_kept = 20;

// One save. What it changed is said by `key` and the values; each value is empty where the key was
// not there.
struct SettingsSave {
  std::int64_t number = 0;    // 1, 2, 3, … in this folder
  std::string time;           // UTC, "2026-11-30T09:25:11Z"
  std::string before, after;  // SHA-256 of the file before and after
  std::string key, was, now;  // spelled(path), and values as TOML has them
  std::int64_t undoes = 0;    // the save that this one took back; 0: none
  std::string ledger_end;     // where the own chain ended then: "WRITER:SEQ"; "" without a chain
  // Of a list that was replaced by a newer copy: its file below lists/. `key` is then that of the
  // list, `was` and `now` are the SHA-256 of its bytes, and the settings stayed as they were.
  std::string replaced = {};
};

// Writes `toml` in place of the file, if the file still has the digest that was read, and keeps the
// file before. Nothing is written where nothing changes (the number is then 0). Throws
// Error{conflict} if the file was changed meanwhile; nothing is written then. A save that is cut
// short leaves the file as it was or as it is to be, never half of it.
SettingsSave save_settings(const SettingsFile& read, const std::string& folder,
                           const std::string& toml, const std::string& key);

// The three of them together, as the verb and the workspace do it: edit, check, save. `digest` is
// that of the file which the caller saw; "" takes the file as it is now. They throw as
// settings/edit_config.h and save_settings() do.
SettingsSave set_value(const std::string& folder, const settings::KeyPath& path,
                       const settings::TomlValue& value, const std::string& digest = "");
SettingsSave set_typed(const std::string& folder, const settings::KeyPath& path,
                       std::string_view typed, const std::string& digest = "");
SettingsSave unset_value(const std::string& folder, const settings::KeyPath& path,
                         const std::string& digest = "");

// Notes that the bytes of a list were replaced, so that it can be undone. Those that stood there
// must be in lists/.versions/ (history_files.h).
SettingsSave note_replaced(const std::string& folder, const std::string& list,
                           const std::string& was, const std::string& now);

// The saves whose file before is kept, oldest first. What is damaged is left out.
[[nodiscard]] std::vector<SettingsSave> settings_saves(const std::string& folder);

// Puts the file back that was there before a save, as a save of its own that says so; of a list
// that was replaced, the bytes that it had, while those that stand there now are kept in
// lists/.versions/ first. Throws Error{conflict} if the file is not as that save left it,
// Error{not_found} if its file before is no longer kept.
SettingsSave undo_settings(const std::string& folder, std::int64_t number);

}  // namespace sanaq::investigation
