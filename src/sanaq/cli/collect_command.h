// sanaq collect: takes what waits in a spool of the public server into the investigation.
#pragma once
#include "sanaq/cli/command.h"

namespace sanaq::cli {

void add_collect(Arguments& app, Context& context);

}  // namespace sanaq::cli
