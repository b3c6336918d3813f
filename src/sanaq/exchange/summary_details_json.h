// The details of an estimate as JSON: strata, other priors, expected cells, lists merged and added,
// overlap. It has the same shape in .sanaq/ and in `estimate --json`, where sentences are spelled
// out.
#pragma once
#include <functional>
#include <nlohmann/json_fwd.hpp>

#include "sanaq/estimate/summary.h"

namespace sanaq::exchange {

// Returns a sentence as JSON, either language-independent or in one language.
using SentenceJson = std::function<nlohmann::json(const base::Message&)>;

// Returns an object with the keys `strata`, `unstratified`, `shared_doubt`, `prior_answers`,
// `predicted`, `merged_lists`, `lists_added` and `overlap`.
[[nodiscard]] nlohmann::json summary_details_json(const estimate::Summary& summary,
                                                  const SentenceJson& sentence);
// Fills these members of a summary from JSON that was made with `message_json` (message_json.h).
void summary_details_from_json(const nlohmann::json& json, estimate::Summary& summary);

}  // namespace sanaq::exchange
