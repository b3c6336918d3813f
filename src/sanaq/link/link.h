// Which records are one person: from records to a register, with probabilities.
//
// Pure: reads no file, asks no clock (but for the seconds of each phase, which decide nothing),
// draws only from the seed. The same records, options and seed give the same register, byte for
// byte, on any number of threads and in any row order.
#pragma once
#include "sanaq/base/progress.h"
#include "sanaq/link/options.h"
#include "sanaq/link/result.h"
#include "sanaq/record/record_table.h"

namespace sanaq::link {

[[nodiscard]] Result link(const record::RecordTable& table, const Options& options,
                          base::Progress& progress);

}  // namespace sanaq::link
