// sanaq testimony: what witnesses sent, sealed until it is read, and replies to them.
#pragma once
#include "sanaq/cli/command.h"

namespace sanaq::cli {

void add_testimony(Arguments& app, Context& context);

}  // namespace sanaq::cli
