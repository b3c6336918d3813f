// Decides which records are one person, and with which probability.
//
// It is pure: it reads no file, uses the clock only for the seconds of each phase, which decide
// nothing, and draws random numbers only from the seed. The same records, options and seed give the
// same register, byte for byte, on any number of threads and in any order of rows. Throws what
// check_options throws, and Error{stopped} if the user asks to stop.
#pragma once
#include "sanaq/base/progress.h"
#include "sanaq/link/model.h"
#include "sanaq/link/options.h"
#include "sanaq/link/result.h"
#include "sanaq/record/record_table.h"

namespace sanaq::link {

[[nodiscard]] Result link(const record::RecordTable& table, const Options& options,
                          base::Progress& progress);

// Returns the model that the records teach, the first half of link(): no pair is scored and nobody
// is joined. With options.model it is that one, as these records use it. Where link() learns again
// from the persons that it found, its model may differ in the last digits. Without two records that
// may be compared it has no comparisons.
[[nodiscard]] Model learn(const record::RecordTable& table, const Options& options,
                          base::Progress& progress);

}  // namespace sanaq::link
