// sanaq merge OTHER
#pragma once
#include "sanaq/cli/command.h"

namespace sanaq::cli {

void add_merge(Arguments& app, Context& context);

}  // namespace sanaq::cli
