// What each step was made from, as one hash: by it a step is known to be up to date.
#pragma once
#include <string>
#include <utility>
#include <vector>

#include "sanaq/investigation/config.h"

namespace sanaq::investigation {

// The SHA-256 of every file that an investigation is made from, by its path below the folder: the
// settings first, then lists, tables and truth. Throws Error{not_found} for a list or table that is
// not there.
using InputHashes = std::vector<std::pair<std::string, std::string>>;
[[nodiscard]] InputHashes hash_inputs(const std::string& folder, const Config& config);

// Of the settings that decide a step's result and those before it, flags included: SHA-256, free of
// the version and of what the files hold.
struct StepSettings {
  std::string ingest, link, estimate, publish;
};

// A step is up to date while its key is what it was: the hash of its inputs, its settings, the
// decisions, the version of the program, and the key of the step before.
struct StepKeys {
  std::string ingest, link, estimate, publish;
  StepSettings settings;
};
// `decisions`: decisions_digest(). `addresses`: AddressBook::digest(), an input of publishing.
[[nodiscard]] StepKeys step_keys(const Config& config, const InputHashes& inputs,
                                 const std::string& decisions, const std::string& addresses = "");

}  // namespace sanaq::investigation
