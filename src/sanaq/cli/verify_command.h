// sanaq verify DIR
#pragma once
#include "sanaq/cli/command.h"

namespace sanaq::cli {

void add_verify(CLI::App& app, Context& context);

}  // namespace sanaq::cli
