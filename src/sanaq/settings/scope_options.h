// What may be said of the days and places that are meant.
#pragma once
#include <vector>

#include "sanaq/settings/config.h"
#include "sanaq/settings/option.h"

namespace sanaq::settings {

[[nodiscard]] const std::vector<Option<Scope>>& scope_options();  // of [scope]
// Those of them that limit: of what a list looked at (`covers`).
[[nodiscard]] const std::vector<Option<Scope>>& limit_options();

}  // namespace sanaq::settings
