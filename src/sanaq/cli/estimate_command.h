// sanaq estimate
#pragma once
#include "sanaq/cli/command.h"

namespace sanaq::cli {

void add_estimate(Arguments& app, Context& context);

}  // namespace sanaq::cli
