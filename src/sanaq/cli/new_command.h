// sanaq new DIR
#pragma once
#include "sanaq/cli/command.h"

namespace sanaq::cli {

void add_new(CLI::App& app, Context& context);

}  // namespace sanaq::cli
