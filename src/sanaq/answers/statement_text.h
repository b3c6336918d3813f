// A statement of methods on one page, for a court: what was counted and how, what was assumed, what
// would change the answer, and how to repeat it.
#pragma once
#include <string>

#include "sanaq/investigation/run.h"

namespace sanaq::answers {

// Returns Markdown in the catalogue's language. It names nobody who is on a list.
[[nodiscard]] std::string statement_text(const estimate::Summary& summary,
                                         const investigation::Provenance& provenance,
                                         const base::Catalog& catalog);

// Returns the first line of that text.
[[nodiscard]] std::string statement_beginning(const base::Catalog& catalog);

}  // namespace sanaq::answers
