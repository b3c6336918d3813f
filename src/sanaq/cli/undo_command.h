// `sanaq undo`: takes back what was changed last, or the change that is named.
#pragma once
#include "sanaq/cli/command.h"

namespace sanaq::cli {

void add_undo(Arguments& app, Context& context);

}  // namespace sanaq::cli
