// `sanaq mend`: says what stands in the place of one cell of a list.
#pragma once
#include "sanaq/cli/command.h"

namespace sanaq::cli {

void add_mend(Arguments& app, Context& context);

}  // namespace sanaq::cli
