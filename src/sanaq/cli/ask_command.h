// `sanaq ask`: questions to the case file.
#pragma once
#include "sanaq/cli/command.h"

namespace sanaq::cli {

void add_ask(Arguments& app, Context& context);

}  // namespace sanaq::cli
