// Days that do not exist (the 33rd of a month): a slip of one part, of which the others still tell
// who it was, so that their digits are compared.
#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "sanaq/link/column_source.h"
#include "sanaq/record/record_table.h"

namespace sanaq::link {

// Are these eight digits (yyyymmdd) a day that does not exist? 0 and 99 are how unknown parts are
// written, not slips.
[[nodiscard]] bool is_impossible_day(std::string_view digits);

// `source` is the column of a date that the table has put together from columns of years, months
// and days, and knows by the possible parts alone: records with such a day get all its digits. Any
// other column stays as it is. `records`: the order of records.
void keep_impossible_days(const record::RecordTable& table,
                          const std::vector<std::uint32_t>& records, Source& source);

}  // namespace sanaq::link
