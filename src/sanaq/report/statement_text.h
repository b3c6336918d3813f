// A statement of methods on one page, to hand to a court: what was counted and how, what was
// assumed, what would change the answer, and how to repeat it.
#pragma once
#include <string>

#include "sanaq/investigation/run.h"

namespace sanaq::report {

// Markdown, in the catalogue's language. Names nobody who is on a list.
[[nodiscard]] std::string statement_text(const estimate::Summary& summary,
                                         const investigation::Provenance& provenance,
                                         const base::Catalog& catalog);

// Its first line.
[[nodiscard]] std::string statement_beginning(const base::Catalog& catalog);

}  // namespace sanaq::report
