// `sanaq verify --repeat`: how a count that was done again compares with the one entered.
#pragma once
#include <nlohmann/json_fwd.hpp>
#include <string>

#include "sanaq/base/catalog.h"
#include "sanaq/investigation/repeat.h"

namespace sanaq::answers {

[[nodiscard]] std::string repeat_text(const investigation::Repeat& repeated,
                                      const base::Catalog& catalog);
// Returns {verdict, version, steps [{name, verdict, entry, version, outputs {name: {before, now}},
// figures}]}.
[[nodiscard]] nlohmann::json repeat_json(const investigation::Repeat& repeated);

}  // namespace sanaq::answers
