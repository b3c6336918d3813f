// sanaq evaluate CLUSTERS --truth TRUTH
#pragma once
#include "sanaq/cli/command.h"

namespace sanaq::cli {

void add_evaluate(Arguments& app, Context& context);

}  // namespace sanaq::cli
