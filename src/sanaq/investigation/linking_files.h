// The files that the settings of linking name, from the folder of an investigation.
#pragma once
#include <optional>
#include <string>

#include "sanaq/base/message.h"
#include "sanaq/settings/config.h"

namespace sanaq::investigation {

// Reads all files that [link] names into config.link. Returns a message about rows of the labels
// that nobody judged, if there are any. Throws what exchange/linking_inputs.h says.
[[nodiscard]] std::optional<base::Message> load_linking_files(settings::Config& config,
                                                              const std::string& folder);

}  // namespace sanaq::investigation
