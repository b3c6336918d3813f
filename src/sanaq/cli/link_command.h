// sanaq link
#pragma once
#include "sanaq/cli/command.h"

namespace sanaq::cli {

void add_link(CLI::App& app, Context& context);

}  // namespace sanaq::cli
