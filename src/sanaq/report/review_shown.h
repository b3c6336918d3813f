// The queue of what waits for review, for the screen and for programs.
#pragma once
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "sanaq/investigation/review_queue.h"

namespace sanaq::report {

using Tasks = std::vector<investigation::ReviewTask>;

// "Doubtful pairs: 12. Decisions to look at again: 1. …"
[[nodiscard]] std::string review_counts(const Tasks& tasks, const base::Catalog& catalog);
// The first tasks as a table, both rows' words beside each other.
[[nodiscard]] std::string review_text(const investigation::Outcome& outcome, const Tasks& tasks,
                                      std::size_t shown_max, const base::Catalog& catalog);
// {counts {setback, pair, unnamed, row, cell}, tasks [{task, records [{record, list, row, identity,
// digest, cells {COLUMN: text}}], …}]}: of a pair probability, weight_bits, change, gain; of a
// setback decision; of a row and a cell place, of a cell column and value; why and advice in words.
[[nodiscard]] nlohmann::ordered_json review_json(const investigation::Outcome& outcome,
                                                 const Tasks& tasks, const base::Catalog& catalog);

}  // namespace sanaq::report
