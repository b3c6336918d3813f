// sanaq run
#pragma once
#include "sanaq/cli/command.h"

namespace sanaq::cli {

void add_run(Arguments& app, Context& context);

}  // namespace sanaq::cli
