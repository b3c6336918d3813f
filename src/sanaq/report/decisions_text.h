// What a reviewer is told of the decisions that he enters: whom they hit, and what they contradict.
#pragma once
#include <string>
#include <vector>

#include "sanaq/investigation/outcome.h"
#include "sanaq/persons/contradicted_decisions.h"

namespace sanaq::report {

// One line a decision: its word, and each record with the words of its row.
[[nodiscard]] std::string decisions_text(const investigation::Outcome& outcome,
                                         const std::vector<ledger::Decision>& decisions,
                                         const base::Catalog& catalog);

// One line a contradiction; "" for none.
[[nodiscard]] std::string contradictions_text(const investigation::Outcome& outcome,
                                              const persons::Contradictions& contradictions,
                                              const base::Catalog& catalog);

}  // namespace sanaq::report
