// What may be said of linking and of estimating.
#pragma once
#include <vector>

#include "sanaq/settings/config.h"
#include "sanaq/settings/option.h"

namespace sanaq::settings {

[[nodiscard]] const std::vector<Option<Config>>& link_options();      // of [link]
[[nodiscard]] const std::vector<Option<Config>>& estimate_options();  // of [estimate]

}  // namespace sanaq::settings
