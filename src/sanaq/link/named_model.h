// Makes the model that is handed out from the learnt one, and back.
#pragma once
#include "sanaq/link/block_rules.h"
#include "sanaq/link/columns.h"
#include "sanaq/link/model.h"
#include "sanaq/link/pair_model.h"

namespace sanaq::link {

[[nodiscard]] Model named_model(const PairModel& model, const std::vector<Feature>& features,
                                const std::vector<record::List>& lists,
                                const std::vector<Rule>& rules, double recall_lost);

// Returns the model for these features; a feature that the model does not know has no weight. Lists
// are recognised by their names. `space` is that of the records.
[[nodiscard]] PairModel model_of_columns(const Model& model, const std::vector<Feature>& features,
                                         const std::vector<record::List>& lists,
                                         std::shared_ptr<const PairSpace> space);

}  // namespace sanaq::link
