// sanaq translations
#pragma once
#include "sanaq/cli/command.h"

namespace sanaq::cli {

// What the program and an investigation say in each language, and what is missing there.
void add_translations(Arguments& app, Context& context);

}  // namespace sanaq::cli
