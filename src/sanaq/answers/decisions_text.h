// What a reviewer is told about the decisions that he enters: which persons they concern, and what
// they contradict.
#pragma once
#include <string>
#include <vector>

#include "sanaq/investigation/outcome.h"
#include "sanaq/persons/contradicted_decisions.h"

namespace sanaq::answers {

// Returns one line for each decision: its word, and each record with the words of its row.
[[nodiscard]] std::string decisions_text(const investigation::Outcome& outcome,
                                         const std::vector<ledger::Decision>& decisions,
                                         const base::Catalog& catalog);

// Returns one line for each contradiction, and "" if there are none.
[[nodiscard]] std::string contradictions_text(const investigation::Outcome& outcome,
                                              const persons::Contradictions& contradictions,
                                              const base::Catalog& catalog);

}  // namespace sanaq::answers
