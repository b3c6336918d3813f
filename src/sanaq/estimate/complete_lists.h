// A list on which everybody is who is documented: complete, or made from the other lists.
#pragma once
#include "sanaq/base/progress.h"
#include "sanaq/estimate/estimate.h"

namespace sanaq::estimate {

// Inside a list with everybody every other list lies whatever chance does, and with it every method
// says that nobody is missing. The others are asked without it, by the default method: a reason
// where their interval lies above the documented number, else a warning. `options`: as of the
// estimate that `summary` is.
void say_complete_lists(const CaptureTable& table, const Options& options, base::Progress& progress,
                        Summary& summary);

}  // namespace sanaq::estimate
