// `sanaq settings`: shows the values of investigation.toml and changes one of them.
#pragma once
#include "sanaq/cli/command.h"

namespace sanaq::cli {

void add_settings(Arguments& app, Context& context);

}  // namespace sanaq::cli
