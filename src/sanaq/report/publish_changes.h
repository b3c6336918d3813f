// What a publication would change, for the screen.
#pragma once
#include <string>

#include "sanaq/base/catalog.h"
#include "sanaq/publish/what_changes.h"

namespace sanaq::report {

// Returns what is newly public, changed or gone, with one line for each person, statement and
// document.
[[nodiscard]] std::string changes_text(const publish::Changes& changes,
                                       const base::Catalog& catalog);

}  // namespace sanaq::report
