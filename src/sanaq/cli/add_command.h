// sanaq add FILE...
#pragma once
#include "sanaq/cli/command.h"

namespace sanaq::cli {

void add_add(Arguments& app, Context& context);

}  // namespace sanaq::cli
