// sanaq retract ENTRY
#pragma once
#include "sanaq/cli/command.h"

namespace sanaq::cli {

void add_retract(Arguments& app, Context& context);

}  // namespace sanaq::cli
