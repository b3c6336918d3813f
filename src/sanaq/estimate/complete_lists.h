// A list on which everybody is who is documented: complete, or made from the other lists.
#pragma once
#include "sanaq/base/progress.h"
#include "sanaq/estimate/estimate.h"

namespace sanaq::estimate {

// Inside a list with everybody every other list lies whatever chance does, and with it every method
// says that nobody is missing. So the others are asked without it, by the default method, how many
// there are: a reason where it is improbable that a list of so many has all whom they have, else a
// warning (contained_lists.h). `options`: as of the estimate that `summary` is.
void say_complete_lists(const CaptureTable& table, const Options& options, base::Progress& progress,
                        Summary& summary);

}  // namespace sanaq::estimate
