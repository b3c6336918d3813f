// sanaq erase ENTRY
#pragma once
#include "sanaq/cli/command.h"

namespace sanaq::cli {

void add_erase(Arguments& app, Context& context);

}  // namespace sanaq::cli
