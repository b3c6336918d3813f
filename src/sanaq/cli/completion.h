// Scripts by which shells complete a command line of this program.
#pragma once
#include <string>

#include "sanaq/cli/command_shape.h"

namespace sanaq::cli {

enum class Shell { bash, zsh, fish };

// Returns a script that completes commands, options, the words that an option may hold, and names
// of files everywhere else. It is made from the tree alone: a new option needs no line here.
[[nodiscard]] std::string completion_script(Shell shell, const CommandShape& program);

}  // namespace sanaq::cli
