// What each step was made from, as one hash, by which it is known whether the step is up to date.
#pragma once
#include <string>
#include <utility>
#include <vector>

#include "sanaq/settings/config.h"
#include "sanaq/settings/step_settings.h"

namespace sanaq::investigation {

// Returns the SHA-256 of every file that an investigation is made from, by its path below the
// folder: the settings first, then lists, tables, truth and translations. Throws Error{not_found}
// for a list or table that does not exist.
// The mendings, where there are any, stand among them under this name: what a list says depends on
// them.
inline constexpr const char* mendings_input = "mendings";
using InputHashes = std::vector<std::pair<std::string, std::string>>;
[[nodiscard]] InputHashes hash_inputs(const std::string& folder, const settings::Config& config);

// A step is up to date as long as its key is unchanged: the hash of its inputs, its settings, the
// decisions, the version of the program, and the key of the step before.
struct StepKeys {
  std::string ingest, link, estimate, publish;
  settings::StepSettings settings;
};
// `decisions` is decisions_digest(). `addresses` is AddressBook::digest(), an input of publishing.
[[nodiscard]] StepKeys step_keys(const settings::Config& config, const InputHashes& inputs,
                                 const std::string& decisions, const std::string& addresses = "");

}  // namespace sanaq::investigation
