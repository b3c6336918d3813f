// sanaq publish
#pragma once
#include "sanaq/cli/command.h"

namespace sanaq::cli {

void add_publish(CLI::App& app, Context& context);

}  // namespace sanaq::cli
