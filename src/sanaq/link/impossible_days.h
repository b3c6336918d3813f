// Days that do not exist (the 33rd of a month). One part is wrong, but the others still tell who it
// was, so their digits are compared.
#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "sanaq/link/column_source.h"
#include "sanaq/record/record_table.h"

namespace sanaq::link {

// Returns true if these eight digits (yyyymmdd) are a day that does not exist. 0 and 99 stand for
// unknown parts and are no such error.
[[nodiscard]] bool is_impossible_day(std::string_view digits);

// `source` is a column of dates. If the table has made it from columns of years, months and days,
// it has only their possible parts: records with a day that does not exist get all its digits. Any
// other column stays as it is. `records` is the order of records.
void keep_impossible_days(const record::RecordTable& table,
                          const std::vector<std::uint32_t>& records, Source& source);

}  // namespace sanaq::link
