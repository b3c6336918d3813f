// Finds a list that has everybody who is documented: it is either complete or made from the other
// lists.
#pragma once
#include <functional>

#include "sanaq/estimate/capture_table.h"
#include "sanaq/estimate/options.h"
#include "sanaq/estimate/summary.h"

namespace sanaq::estimate {

// Estimates the total of a table. It is handed in because estimate() of estimate.h calls this file.
using EstimateTotal = std::function<Summary(const CaptureTable& table, const Options& options)>;

// Every other list is inside such a list, whatever chance does, and with it every method says that
// nobody is missing. So the total is estimated from the other lists, with the default method. If it
// is improbable that a list of this size has all whom they have, a reason is added to `summary`,
// else a warning (contained_lists.h). `options` are those of the estimate in `summary`.
void say_complete_lists(const CaptureTable& table, const Options& options,
                        const EstimateTotal& estimate_total, Summary& summary);

}  // namespace sanaq::estimate
