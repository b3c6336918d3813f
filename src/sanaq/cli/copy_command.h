// sanaq copy DIR TO
#pragma once
#include "sanaq/cli/command.h"

namespace sanaq::cli {

void add_copy(Arguments& app, Context& context);

}  // namespace sanaq::cli
