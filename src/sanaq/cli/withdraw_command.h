// `sanaq withdraw`: something that is public is public no more, and the site says on which ground.
#pragma once
#include "sanaq/cli/command.h"

namespace sanaq::cli {

void add_withdraw(Arguments& app, Context& context);

}  // namespace sanaq::cli
