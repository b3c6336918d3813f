// The flag with which whoever publishes says, in public, why something was corrected.
#pragma once
#include <string>

#include "sanaq/cli/arguments.h"
#include "sanaq/cli/command.h"

namespace sanaq::cli {

// Adds --public-reason. Reasons in the ledger are closed; this text alone is published.
void add_public_reason(Arguments& command, std::string& reason, Context& context);

}  // namespace sanaq::cli
