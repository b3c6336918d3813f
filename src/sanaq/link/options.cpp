#include "sanaq/link/options.h"

#include "sanaq/base/check.h"
#include "sanaq/base/error.h"

namespace sanaq::link {

void check_options(const Options& options) {
  if (!(options.threshold > 0 && options.threshold < 1)) {
    throw base::Error(
        base::Kind::usage,
        base::message("threshold is {}; it must lie between 0 and 1", options.threshold));
  }
  if (!(options.pair_probability_min >= 0 && options.pair_probability_min <= 1)) {
    throw base::Error(base::Kind::usage,
                      base::message("pair_probability_min is {}; it must lie between 0 and 1",
                                    options.pair_probability_min));
  }
  if (options.draws < 0)
    throw base::Error(base::Kind::usage,
                      base::message("draws is {}; it must be 0 or more", options.draws));
  if (options.threads < 0)
    throw base::Error(
        base::Kind::usage,
        base::message("threads is {}; it must be 0 (all processors) or more", options.threads));
}

void check_options(const Options& options, const record::RecordTable& table) {
  check_options(options);
  base::check(options.leave_out.empty() || options.leave_out.size() == table.record_count(),
              "leave_out has one entry a record");
}

}  // namespace sanaq::link
