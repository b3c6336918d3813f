// The files that the settings of linking name, from the folder of an investigation.
#pragma once
#include <optional>
#include <string>

#include "sanaq/base/message.h"
#include "sanaq/settings/config.h"

namespace sanaq::investigation {

// Reads all that [link] names into config.link, and says how many rows of the labels nobody
// judged. Throws as exchange/linking_inputs.h says.
[[nodiscard]] std::optional<base::Message> load_linking_files(settings::Config& config,
                                                              const std::string& folder);

}  // namespace sanaq::investigation
