// sanaq decide DIR VERDICT LIST:ID...
#pragma once
#include "sanaq/cli/command.h"

namespace sanaq::cli {

void add_decide(Arguments& app, Context& context);

}  // namespace sanaq::cli
