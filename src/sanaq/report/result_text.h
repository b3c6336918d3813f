// A linking and an estimate as text that people read on the screen.
#pragma once
#include <cstdint>
#include <string>

#include "sanaq/base/catalog.h"
#include "sanaq/estimate/capture_table.h"
#include "sanaq/estimate/summary.h"
#include "sanaq/link/explain.h"
#include "sanaq/link/result.h"
#include "sanaq/record/record_table.h"

namespace sanaq::report {

[[nodiscard]] std::string link_text(const record::RecordTable& records, const link::Result& linked,
                                    std::int64_t persons, const base::Catalog& catalog);
[[nodiscard]] std::string explanation_text(const link::Explanation& explanation,
                                           const base::Catalog& catalog);

// Returns the number with its interval, whether it may be quoted, and why not.
[[nodiscard]] std::string estimate_text(const estimate::Summary& summary,
                                        const base::Catalog& catalog);
// Returns "23 (90 % interval 15 to 41)".
[[nodiscard]] std::string number_line(const estimate::Estimate& estimate,
                                      const base::Catalog& catalog);
// Returns a table of lists x lists with the number of persons on both; its diagonal has the size of
// each list.
[[nodiscard]] std::string overlap_text(const estimate::CaptureTable& table,
                                       const base::Catalog& catalog);

}  // namespace sanaq::report
