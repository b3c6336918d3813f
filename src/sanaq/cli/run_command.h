// sanaq run
#pragma once
#include "sanaq/cli/command.h"

namespace sanaq::cli {

void add_run(CLI::App& app, Context& context);

}  // namespace sanaq::cli
