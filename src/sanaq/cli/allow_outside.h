// --allow-outside, on the commands that read an investigation.
#pragma once
#include "sanaq/cli/command.h"
#include "sanaq/investigation/caller.h"

namespace sanaq::cli {

// Adds the flag; what it names goes to context.allow_outside.
void add_allow_outside(Arguments& command, Context& context);

// Who asks, for the verbs of the room investigation.
[[nodiscard]] investigation::Caller caller_of(const Context& context);

}  // namespace sanaq::cli
