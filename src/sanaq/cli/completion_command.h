// sanaq completion
#pragma once
#include "sanaq/cli/command.h"

namespace sanaq::cli {

void add_completion(Arguments& app, Context& context);

}  // namespace sanaq::cli
