// sanaq simulate OUT
#pragma once
#include "sanaq/cli/command.h"

namespace sanaq::cli {

void add_simulate(Arguments& app, Context& context);

}  // namespace sanaq::cli
