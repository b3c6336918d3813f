// sanaq key
#pragma once
#include "sanaq/cli/command.h"

namespace sanaq::cli {

void add_key(Arguments& app, Context& context);

}  // namespace sanaq::cli
