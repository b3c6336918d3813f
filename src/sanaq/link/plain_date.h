// A date as it is compared: one plain text, in whatever form it was written.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "sanaq/record/partial_date.h"

namespace sanaq::link {

// Returns yyyymmdd for yyyy-mm-dd, for dd.mm.yyyy, and for mm/dd/yyyy if it can only be that; else
// "".
[[nodiscard]] std::string whole_day(std::string_view text);

// Returns yyyymmdd for a day in any usual form (a day that does not exist keeps its digits), EDTF
// if less is known, and the digits of anything else; "" if there are fewer than four.
[[nodiscard]] std::string plain_date(std::string_view value);
// Returns a plain date as an interval; nullopt for a day that does not exist.
[[nodiscard]] std::optional<record::PartialDate> date_of(std::string_view plain);

}  // namespace sanaq::link
