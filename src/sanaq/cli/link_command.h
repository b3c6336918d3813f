// sanaq link
#pragma once
#include "sanaq/cli/command.h"

namespace sanaq::cli {

void add_link(Arguments& app, Context& context);

}  // namespace sanaq::cli
