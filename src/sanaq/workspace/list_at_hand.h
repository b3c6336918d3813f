// The list that an address names, looked up among the settings' lists: never a path.
#pragma once
#include <cstddef>
#include <memory>
#include <optional>
#include <string>

#include "sanaq/investigation/settings_changes.h"
#include "sanaq/settings/config.h"
#include "sanaq/tables/preview.h"
#include "sanaq/workspace/bench.h"
#include "sanaq/workspace/held.h"
#include "sanaq/workspace/visit.h"

namespace sanaq::workspace {

struct ListAtHand {
  investigation::SettingsFile file;  // the settings as they were read for this request
  settings::Config config;
  settings::ListConfig list;
  HeldNow held;                   // nullptr while the lists are being read
  std::optional<std::size_t> at;  // index among held->outcome.lists; absent if it is not held
  [[nodiscard]] const investigation::ListReport* report() const {
    return at ? &held->outcome.lists[*at] : nullptr;
  }
};

// Throws Error{not_found} if {NAME} is no list of the settings.
[[nodiscard]] ListAtHand list_at_hand(const Visit& visit, const Bench& bench);

// Reads the beginning of the list's file as `list` says. Throws Error for a file that is no table.
[[nodiscard]] tables::Preview look_at_list(const ListAtHand& at_hand,
                                           const settings::ListConfig& list,
                                           const std::string& folder);

// The same as the settings say, kept as long as neither they nor the file change.
[[nodiscard]] std::shared_ptr<const tables::Preview> look_at_list(const ListAtHand& at_hand,
                                                                  const std::string& folder);

// "/lists/NAME", encoded.
[[nodiscard]] std::string path_of_list(const std::string& name);

}  // namespace sanaq::workspace
