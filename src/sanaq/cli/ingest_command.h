// sanaq ingest
#pragma once
#include "sanaq/cli/command.h"

namespace sanaq::cli {

void add_ingest(Arguments& app, Context& context);

}  // namespace sanaq::cli
