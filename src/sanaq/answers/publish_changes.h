// What a publication would change, for the screen.
#pragma once
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "sanaq/base/catalog.h"
#include "sanaq/publish/fact_changes.h"
#include "sanaq/publish/what_changes.h"

namespace sanaq::answers {

// Returns what is newly public, changed or gone, with one line for each person, statement and
// document.
[[nodiscard]] std::string changes_text(const publish::Changes& changes,
                                       const base::Catalog& catalog);

// Returns an array of {change: new|changed|gone, page, subject, property, value, source}, one for
// each fact. The value of what is gone is that which stood there.
[[nodiscard]] nlohmann::json changes_json(const std::vector<publish::FactChange>& facts);

}  // namespace sanaq::answers
