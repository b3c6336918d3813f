// sanaq search
#pragma once
#include "sanaq/cli/command.h"

namespace sanaq::cli {

void add_search(Arguments& app, Context& context);

}  // namespace sanaq::cli
