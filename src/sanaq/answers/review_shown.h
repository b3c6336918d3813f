// The queue of what waits for review, for the screen and for programs.
#pragma once
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "sanaq/investigation/review_queue.h"

namespace sanaq::answers {

using Tasks = std::vector<investigation::ReviewTask>;

// Returns how many there are of each kind: "Doubtful pairs: 12. Decisions to look at again: 1. …"
[[nodiscard]] std::string review_counts(const Tasks& tasks, const base::Catalog& catalog);
// Returns the first `shown_max` tasks as a table, with the words of both rows side by side.
[[nodiscard]] std::string review_text(const investigation::Outcome& outcome, const Tasks& tasks,
                                      std::size_t shown_max, const base::Catalog& catalog);
// Returns {counts {setback, pair, person, unnamed, row, cell}, tasks [{task, records [{record,
// list, row, identity, digest, cells {COLUMN: text}}], …}]}. A pair also has probability,
// weight_bits, change and gain; a group (person) change and gain; a setback has decision; a row and
// a cell have place; a cell has column and value. `why` and `advice` are sentences.
[[nodiscard]] nlohmann::ordered_json review_json(const investigation::Outcome& outcome,
                                                 const Tasks& tasks, const base::Catalog& catalog);

}  // namespace sanaq::answers
