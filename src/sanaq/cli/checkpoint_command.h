// sanaq checkpoint [DIR]
#pragma once
#include "sanaq/cli/command.h"

namespace sanaq::cli {

void add_checkpoint(Arguments& app, Context& context);

}  // namespace sanaq::cli
