// What people read on the screen: lists, persons, the number.
#pragma once
#include <string>

#include "sanaq/investigation/run.h"
#include "sanaq/link/explain.h"

namespace sanaq::report {

// How each list was read: the sum that adds up, the columns as they can be written down, bad cells
// as a table. A cell of a column of names is never shown; ingest-report.csv has it.
[[nodiscard]] std::string ingest_text(const investigation::Outcome& outcome,
                                      const base::Catalog& catalog);
[[nodiscard]] std::string list_text(const investigation::ListReport& list,
                                    const base::Catalog& catalog);

[[nodiscard]] std::string link_text(const record::RecordTable& records, const link::Result& linked,
                                    std::int64_t persons, const base::Catalog& catalog);
[[nodiscard]] std::string explanation_text(const link::Explanation& explanation,
                                           const base::Catalog& catalog);

// The number with its interval, whether it may be quoted, and why not.
[[nodiscard]] std::string estimate_text(const estimate::Summary& summary,
                                        const base::Catalog& catalog);
// Lists x lists: persons on both; the diagonal is each list's own.
[[nodiscard]] std::string overlap_text(const estimate::CaptureTable& table,
                                       const base::Catalog& catalog);
// Documented and estimated, with and without the records that have no name; the invented truth
// where there is one.
[[nodiscard]] std::string number_text(const investigation::Outcome& outcome,
                                      const base::Catalog& catalog);

}  // namespace sanaq::report
