// sanaq new DIR
#pragma once
#include "sanaq/cli/command.h"

namespace sanaq::cli {

void add_new(Arguments& app, Context& context);

}  // namespace sanaq::cli
