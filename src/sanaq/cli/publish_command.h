// sanaq publish
#pragma once
#include "sanaq/cli/command.h"

namespace sanaq::cli {

void add_publish(Arguments& app, Context& context);

}  // namespace sanaq::cli
