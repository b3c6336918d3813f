// All options of an investigation: a vector for each table of investigation.toml, in the order in
// which `sanaq new` explains them.
#pragma once
#include <nlohmann/json_fwd.hpp>
#include <vector>

#include "sanaq/settings/config.h"
#include "sanaq/settings/list_options.h"
#include "sanaq/settings/option.h"
#include "sanaq/settings/scope_options.h"
#include "sanaq/settings/step_options.h"

namespace sanaq::settings {

// Those that stand above all tables.
[[nodiscard]] const std::vector<Option<Config>>& first_options();
[[nodiscard]] const std::vector<Option<Config>>& words_options();
[[nodiscard]] const std::vector<Option<Config>>& publish_options();
[[nodiscard]] const std::vector<Option<Config>>& serve_options();

// Returns the value of each option of a step, by table and key; `list` and `table` are arrays in
// the order of the file. Options that decide no result are those of Step::no_step.
[[nodiscard]] nlohmann::json options_json(const Config& config, Step step);

}  // namespace sanaq::settings
