// A linking and an estimate as the JSON that programs read: the shapes of --json (design.md 9).
#pragma once
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "sanaq/link/result.h"
#include "sanaq/record/record_table.h"
#include "sanaq/report/json_parts.h"

namespace sanaq::report {

[[nodiscard]] Json link_result(const record::RecordTable& records, const link::Result& linked,
                               std::int64_t persons, const base::Catalog& catalog);
// `inputs` has the name and SHA-256 of each file that the estimate was made from.
[[nodiscard]] Json estimate_result(const estimate::Summary& summary, const base::Catalog& catalog,
                                   const std::vector<std::pair<std::string, std::string>>& inputs);

}  // namespace sanaq::report
