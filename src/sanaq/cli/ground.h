// --ground: what readers of the site are told when something that was public is taken away.
#pragma once
#include <string>

#include "sanaq/cli/arguments.h"
#include "sanaq/cli/command.h"

namespace sanaq::cli {

// Adds --ground, a word of ledger/grounds.h, and returns it to be required where it must be said.
Argument add_ground(Arguments& command, std::string& ground, Context& context);

}  // namespace sanaq::cli
