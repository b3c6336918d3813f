// The register as tables in memory, with the columns of register_csv.h but the names for people.
#pragma once
#include <string>
#include <vector>

#include "sanaq/link/result.h"
#include "sanaq/record/plain_table.h"
#include "sanaq/record/record_table.h"

namespace sanaq::exchange {

// list, record, person (texts), probability (double, 0 to 1). Records whose entry in `names` is
// empty are left out.
[[nodiscard]] record::PlainTable clusters_table(const record::RecordTable& records,
                                                const link::Result& linked,
                                                const std::vector<std::string>& names);
// list_l, record_l, list_r, record_r (texts), weight_bits (double: log2 of m/u without the prior),
// probability (double), and a column for each comparison with its level's label ("" if a value is
// missing; of a Splink model its number, -1 for null). It is ordered as in pairs_csv.
[[nodiscard]] record::PlainTable pairs_table(const record::RecordTable& records,
                                             const link::Result& linked);
// draw (int64, from 1), list, record, person (texts).
[[nodiscard]] record::PlainTable draws_table(const record::RecordTable& records,
                                             const link::Result& linked);

}  // namespace sanaq::exchange
