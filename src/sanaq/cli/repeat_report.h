// `sanaq verify --repeat`: does the count again and tells how it compares.
#pragma once
#include <nlohmann/json_fwd.hpp>
#include <string>

#include "sanaq/cli/command.h"
#include "sanaq/investigation/repeat.h"

namespace sanaq::cli {

[[nodiscard]] investigation::Repeat repeat_count(const std::string& folder, Context& context);
[[nodiscard]] std::string repeat_text(const investigation::Repeat& repeated,
                                      const base::Catalog& catalog);
// {verdict, version, steps [{name, verdict, entry, version, outputs {name: {before, now}},
// figures}]}
[[nodiscard]] nlohmann::json repeat_json(const investigation::Repeat& repeated);

}  // namespace sanaq::cli
