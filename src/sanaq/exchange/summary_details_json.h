// What stands behind an estimate as JSON: strata, other priors, cells expected, lists merged and
// added, overlap. The same shape in .sanaq/ and in `estimate --json` (there with sentences said).
#pragma once
#include <functional>
#include <nlohmann/json_fwd.hpp>

#include "sanaq/estimate/summary.h"

namespace sanaq::exchange {

// How a sentence becomes JSON: kept apart from its language, or said in one.
using SentenceJson = std::function<nlohmann::json(const base::Message&)>;

// `strata`, `unstratified`, `shared_doubt`, `prior_answers`, `predicted`, `merged_lists`,
// `lists_added`, `overlap`.
[[nodiscard]] nlohmann::json summary_details_json(const estimate::Summary& summary,
                                                  const SentenceJson& sentence);
// Fills them from what SentenceJson `message_json` made (message_json.h).
void summary_details_from_json(const nlohmann::json& json, estimate::Summary& summary);

}  // namespace sanaq::exchange
