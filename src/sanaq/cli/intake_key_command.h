// sanaq intake-key: the pair of keys to which the public server seals what comes.
#pragma once
#include "sanaq/cli/command.h"

namespace sanaq::cli {

void add_intake_key(Arguments& app, Context& context);

}  // namespace sanaq::cli
