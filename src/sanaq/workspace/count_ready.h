// Whether the lists can be counted, or which of them is not ready.
#pragma once
#include <string>
#include <vector>

#include "sanaq/base/message.h"
#include "sanaq/investigation/outcome.h"

namespace sanaq::workspace {

// Returns the lists of which no column is a name, and of which nobody has said that they have none.
[[nodiscard]] std::vector<std::string> lists_without_names(const investigation::Outcome& outcome);

// Returns why counting would give a wrong number, naming the list, or an empty id if it can be
// counted.
[[nodiscard]] base::Message why_not_count(const investigation::Outcome& outcome);

}  // namespace sanaq::workspace
