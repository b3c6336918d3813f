// The text that people read on the screen: lists, persons, the number.
#pragma once
#include <string>

#include "sanaq/investigation/run.h"
#include "sanaq/link/explain.h"

namespace sanaq::report {

// Returns how each list was read: the sum of its rows, its columns as they can be written in the
// settings, and bad cells as a table. A cell of a column of names is never shown; it is in
// ingest-report.csv.
[[nodiscard]] std::string ingest_text(const investigation::Outcome& outcome,
                                      const base::Catalog& catalog);
[[nodiscard]] std::string list_text(const investigation::ListReport& list,
                                    const base::Catalog& catalog);

[[nodiscard]] std::string link_text(const record::RecordTable& records, const link::Result& linked,
                                    std::int64_t persons, const base::Catalog& catalog);
[[nodiscard]] std::string explanation_text(const link::Explanation& explanation,
                                           const base::Catalog& catalog);

// Returns the number with its interval, whether it may be quoted, and why not.
[[nodiscard]] std::string estimate_text(const estimate::Summary& summary,
                                        const base::Catalog& catalog);
// Returns a table of lists x lists with the number of persons on both; its diagonal has the size of
// each list.
[[nodiscard]] std::string overlap_text(const estimate::CaptureTable& table,
                                       const base::Catalog& catalog);
// Returns the documented and the estimated number, with and without the records that have no name,
// and the true number of invented data if it is known.
[[nodiscard]] std::string number_text(const investigation::Outcome& outcome,
                                      const base::Catalog& catalog);

}  // namespace sanaq::report
