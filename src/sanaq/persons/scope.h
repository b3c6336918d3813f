// Which records are in a scope, by day and place.
#pragma once
#include <string_view>
#include <vector>

#include "sanaq/record/record_table.h"
#include "sanaq/settings/config.h"

namespace sanaq::persons {

// How a record relates to a scope. It is unknown if it has no date or no place although the scope
// asks for one; unknown never counts as outside.
enum class Standing { inside, unknown, outside };

// Returns one entry for each record. The day is that of `date`, or else of `death`; a record is
// outside if its whole interval is. Approximate dates and empty cells are unknown. A place is
// inside if any of its columns contains a word of the scope, compared in Latin letters and folded.
[[nodiscard]] std::vector<Standing> standings(const settings::Scope& scope,
                                              const record::RecordTable& table);

// Do the same for one place or one span of days, as a claim has them.
[[nodiscard]] Standing place_standing(const settings::Scope& scope, std::string_view place);
[[nodiscard]] Standing date_standing(const settings::Scope& scope, const record::PartialDate& date);

}  // namespace sanaq::persons
