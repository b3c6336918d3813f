#pragma once
#include "sanaq/cli/command.h"

namespace sanaq::cli {

void add_serve(Arguments& app, Context& context);

}  // namespace sanaq::cli
