// The JSON that programs read: the shapes of --json (design.md 9).
#pragma once
#include <nlohmann/json.hpp>

#include "sanaq/investigation/run.h"

namespace sanaq::report {

using Json = nlohmann::ordered_json;  // keys in the order in which they are documented

[[nodiscard]] Json ingest_result(const investigation::Outcome& outcome,
                                 const base::Catalog& catalog);
[[nodiscard]] Json link_result(const record::RecordTable& records, const link::Result& linked,
                               std::int64_t persons, const base::Catalog& catalog);
// `inputs` has the name and SHA-256 of each file that the estimate was made from.
[[nodiscard]] Json estimate_result(const estimate::Summary& summary, const base::Catalog& catalog,
                                   const std::vector<std::pair<std::string, std::string>>& inputs);
// Returns the JSON of an estimate that was never tried, with the reason.
[[nodiscard]] Json no_estimate_result(const investigation::Outcome& outcome,
                                      const base::Catalog& catalog);
[[nodiscard]] Json run_result(const investigation::Run& run, const base::Catalog& catalog);

}  // namespace sanaq::report
