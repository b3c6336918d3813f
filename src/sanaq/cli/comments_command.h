// sanaq comments: what readers wrote, and what a moderator decides about it.
#pragma once
#include "sanaq/cli/command.h"

namespace sanaq::cli {

void add_comments(Arguments& app, Context& context);

}  // namespace sanaq::cli
