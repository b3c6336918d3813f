// sanaq say SUBJECT PROPERTY VALUE
#pragma once
#include "sanaq/cli/command.h"

namespace sanaq::cli {

void add_say(Arguments& app, Context& context);

}  // namespace sanaq::cli
