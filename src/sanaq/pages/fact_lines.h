// data/facts.jsonl: every fact that a page shows, one a line, with its source
// (docs/formats/facts.md).
#pragma once
#include <string>
#include <vector>

#include "sanaq/pages/frame.h"

namespace sanaq::pages {

// Returns the lines of the person's page: one for each cell that it shows.
[[nodiscard]] std::string fact_lines(const PublicView& view, const PublicPerson& person);

// Returns the lines of pages of the case file, in their order; a statement that several of them
// show has one line, with the first.
[[nodiscard]] std::string fact_lines(const PublicView& view, const std::vector<Page>& pages);

// Returns the lines of the whole site. `pages` are those of the case file, in any one language.
[[nodiscard]] std::string all_fact_lines(const PublicView& view, const std::vector<Page>& pages);

}  // namespace sanaq::pages
