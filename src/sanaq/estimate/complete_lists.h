// A list on which everybody is who is documented: complete, or made from the other lists.
#pragma once
#include <functional>

#include "sanaq/estimate/capture_table.h"
#include "sanaq/estimate/options.h"
#include "sanaq/estimate/summary.h"

namespace sanaq::estimate {

// Estimates the total of a table: estimate() of estimate.h, which calls this file and so hands
// itself in.
using EstimateTotal = std::function<Summary(const CaptureTable& table, const Options& options)>;

// Inside a list with everybody every other list lies whatever chance does, and with it every method
// says that nobody is missing. So the others are asked without it, by the default method, how many
// there are: a reason where it is improbable that a list of so many has all whom they have, else a
// warning (contained_lists.h). `options`: as of the estimate that `summary` is.
void say_complete_lists(const CaptureTable& table, const Options& options,
                        const EstimateTotal& estimate_total, Summary& summary);

}  // namespace sanaq::estimate
