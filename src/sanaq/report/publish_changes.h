// What a publication would change, on a screen.
#pragma once
#include <string>

#include "sanaq/base/catalog.h"
#include "sanaq/publish/what_changes.h"

namespace sanaq::report {

// Newly public, changed, gone: one line for each person, statement and document.
[[nodiscard]] std::string changes_text(const publish::Changes& changes,
                                       const base::Catalog& catalog);

}  // namespace sanaq::report
