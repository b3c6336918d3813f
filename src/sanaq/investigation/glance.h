// What an investigation is at a glance: from its settings, the state that the last count left and
// what the disk says of its files. No list is opened, whatever its size.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "sanaq/investigation/last_number.h"
#include "sanaq/investigation/waiting.h"
#include "sanaq/settings/config.h"

namespace sanaq::investigation {

struct Glance {
  std::string title;
  std::vector<std::string> languages;  // of the site
  bool is_invented = false;
  std::vector<std::string> lists;  // their names, as the settings have them
  bool has_tables = false;         // a case file, by which claims can be shown without lists
  std::optional<LastNumber> number;
  // Files that were written after the last count: "investigation.toml", "lists/hospital.csv". One
  // that was only copied or touched is named too, so this is a first look and not the last word.
  std::vector<std::string> touched;
  std::optional<Waiting> waiting;
};

// Throws Error{not_found} where the folder is no investigation, and Error{bad_input} for settings
// that cannot be read.
[[nodiscard]] Glance glance(const std::string& folder);

}  // namespace sanaq::investigation
