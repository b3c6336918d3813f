// Hashes of the settings that decide each step's result.
#pragma once
#include <string>

#include "sanaq/settings/config.h"

namespace sanaq::settings {

// Each is the SHA-256 of all options, flags included, that affect the step or an earlier one
// (options.h). It ignores the version of the program and what the files hold.
struct StepSettings {
  std::string ingest, link, estimate, publish;
};

[[nodiscard]] StepSettings step_settings(const Config& config);

}  // namespace sanaq::settings
