// sanaq review [DIR] [--out FILE.xlsx|FILE.csv]
#pragma once
#include "sanaq/cli/command.h"

namespace sanaq::cli {

void add_review(Arguments& app, Context& context);

}  // namespace sanaq::cli
