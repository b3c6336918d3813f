// sanaq compare
#pragma once
#include "sanaq/cli/command.h"

namespace sanaq::cli {

void add_compare(Arguments& app, Context& context);

}  // namespace sanaq::cli
