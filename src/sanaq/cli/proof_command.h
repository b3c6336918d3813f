// `sanaq proof`: proofs of what a page shows, to be handed on without the site.
#pragma once
#include "sanaq/cli/command.h"

namespace sanaq::cli {

void add_proof(Arguments& app, Context& context);

}  // namespace sanaq::cli
