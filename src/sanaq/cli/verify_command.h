// sanaq verify DIR
#pragma once
#include "sanaq/cli/command.h"

namespace sanaq::cli {

void add_verify(Arguments& app, Context& context);

}  // namespace sanaq::cli
