// sanaq say SUBJECT PROPERTY VALUE
#pragma once
#include "sanaq/cli/command.h"

namespace sanaq::cli {

void add_say(CLI::App& app, Context& context);

}  // namespace sanaq::cli
