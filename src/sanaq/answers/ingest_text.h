// How the lists were read, as text for the screen.
#pragma once
#include <string>

#include "sanaq/investigation/outcome.h"

namespace sanaq::answers {

// Returns how each list was read: the sum of its rows, its columns as they can be written in the
// settings, and bad cells as a table. A cell of a column of names is never shown; it is in
// ingest-report.csv.
[[nodiscard]] std::string ingest_text(const investigation::Outcome& outcome,
                                      const base::Catalog& catalog);
[[nodiscard]] std::string list_text(const investigation::ListReport& list,
                                    const base::Catalog& catalog);

}  // namespace sanaq::answers
