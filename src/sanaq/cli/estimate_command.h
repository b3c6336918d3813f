// sanaq estimate
#pragma once
#include "sanaq/cli/command.h"

namespace sanaq::cli {

void add_estimate(CLI::App& app, Context& context);

}  // namespace sanaq::cli
