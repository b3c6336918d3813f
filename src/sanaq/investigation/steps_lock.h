// One that does steps at a time: two would write over each other's results in .sanaq/.
#pragma once
#include <optional>
#include <string>

#include "sanaq/base/file_lock.h"

namespace sanaq::investigation {

// Held from the first step that is done anew to the end of the command; what only recalls steps
// needs none. Throws Error{conflict}, naming the process, while another holds it.
[[nodiscard]] base::FileLock lock_steps(const std::string& folder);

// Returns the number of the process that holds it; nullopt if nobody does.
[[nodiscard]] std::optional<std::string> who_does_steps(const std::string& folder);

}  // namespace sanaq::investigation
