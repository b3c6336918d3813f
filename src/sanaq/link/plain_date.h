// A date as it is compared: one plain text, however it is written.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "sanaq/record/partial_date.h"

namespace sanaq::link {

// yyyymmdd from yyyy-mm-dd, dd.mm.yyyy, mm/dd/yyyy where it can only be that; else empty.
[[nodiscard]] std::string whole_day(std::string_view text);

// yyyymmdd where a day is told in any usual form (a day that does not exist keeps its digits), EDTF
// where less is known, the digits of anything else; "" where there are fewer than four.
[[nodiscard]] std::string plain_date(std::string_view value);
// What a plain date says, as an interval; none for a day that does not exist.
[[nodiscard]] std::optional<record::PartialDate> date_of(std::string_view plain);

}  // namespace sanaq::link
