// Takes a file that has arrived into the investigation: as a list, as a newer copy of one, or as a
// table of the case file.
#pragma once
#include <string>

#include "sanaq/investigation/incoming.h"
#include "sanaq/investigation/settings_changes.h"
#include "sanaq/settings/config.h"

namespace sanaq::investigation {

// Moves it to lists/ under its name, or that name with a number where a file stands there already,
// and names it in the settings. Where the settings cannot be saved, the file stays in lists/ as one
// that no list names. Throws Error: usage for a name that is empty, taken, of more than a hundred
// letters or with signs that none has; what save_settings() throws.
SettingsSave take_as_list(const std::string& folder, const Incoming& file, const std::string& name);
// Names a file that lies in lists/ already.
SettingsSave name_list(const std::string& folder, const std::string& file, const std::string& name);

// Puts the bytes in the place of the list's file. Those that stood there are in lists/.versions/
// first, and undo puts them back. A file of another ending stands under its own name, and the old
// one is put aside. Throws Error{not_found} if the settings have no such list.
void take_as_newer(const std::string& folder, const Incoming& file, const std::string& list);

// Moves it into the investigation's folder and names it as a table of this kind. A table of the
// same name is replaced, its bytes being in lists/.versions/ first.
SettingsSave take_as_table(const std::string& folder, const Incoming& file,
                           const std::string& kind);

// Returns a name for a list that is not taken: the file's without its ending.
[[nodiscard]] std::string free_list_name(const settings::Config& config, const std::string& file);

}  // namespace sanaq::investigation
