// sanaq documents [DIR]
#pragma once
#include "sanaq/cli/command.h"

namespace sanaq::cli {

void add_documents_command(Arguments& app, Context& context);

}  // namespace sanaq::cli
