// sanaq key
#pragma once
#include "sanaq/cli/command.h"

namespace sanaq::cli {

void add_key(CLI::App& app, Context& context);

}  // namespace sanaq::cli
