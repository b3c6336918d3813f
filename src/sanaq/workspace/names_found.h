// What a search for a name shows: a table of records, each of which leads to its person.
#pragma once
#include <string>

#include "sanaq/workspace/bench.h"
#include "sanaq/workspace/visit.h"

namespace sanaq::workspace {

// Returns a piece of a page. While the index is not whole it says how far it is, and asks again.
// `path` is the page that it stands on, with a `q`. With `choice` each row of a person has a radio
// button of this name whose value is the person's id.
[[nodiscard]] std::string names_found(const Visit& visit, const Bench& bench,
                                      const std::string& typed, const std::string& path,
                                      const std::string& choice = "");

}  // namespace sanaq::workspace
