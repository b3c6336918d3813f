// `sanaq witness`: signs that a site's log continues what it showed before.
#pragma once
#include "sanaq/cli/command.h"

namespace sanaq::cli {

void add_witness(Arguments& app, Context& context);

}  // namespace sanaq::cli
