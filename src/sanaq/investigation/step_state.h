// What each step left behind in .sanaq/, and the key that says whether it still holds.
#pragma once
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sanaq/investigation/config.h"

namespace sanaq::investigation {

// The SHA-256 of every file that an investigation is made from, by its path below the folder: the
// settings first, then lists, tables and truth. Throws Error{not_found} for a list or table that is
// not there.
using InputHashes = std::vector<std::pair<std::string, std::string>>;
[[nodiscard]] InputHashes hash_inputs(const std::string& folder, const Config& config);

// A step is up to date while its key is what it was: the hash of its inputs, its settings, the
// version of the program, and the key of the step before.
struct StepKeys {
  std::string ingest, link, estimate, publish;
};
[[nodiscard]] StepKeys step_keys(const Config& config, const InputHashes& inputs);

// None where the step was never done, was done with another key, or its file is damaged (it can be
// made again).
[[nodiscard]] std::optional<nlohmann::json> read_state(const std::string& folder,
                                                       std::string_view step,
                                                       const std::string& key);
void write_state(const std::string& folder, std::string_view step, const std::string& key,
                 const nlohmann::json& content);

}  // namespace sanaq::investigation
