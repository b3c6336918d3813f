// Which records are meant: by day and place.
#pragma once
#include <string_view>
#include <vector>

#include "sanaq/record/record_table.h"
#include "sanaq/settings/config.h"

namespace sanaq::persons {

// What a record says of a scope. Unknown: it has no date or no place where the scope asks for one;
// never counted as outside.
enum class Standing { inside, unknown, outside };

// One a record. The day is that of `date`, else of `death`; a record is outside when its whole
// interval is. Dates that are themselves approximate, and empty cells, are unknown. A place is
// inside when any of its columns contains a word of the scope, letters of all scripts romanised and
// folded.
[[nodiscard]] std::vector<Standing> standings(const settings::Scope& scope,
                                              const record::RecordTable& table);

// The same for one place or one span of days, as a claim has them.
[[nodiscard]] Standing place_standing(const settings::Scope& scope, std::string_view place);
[[nodiscard]] Standing date_standing(const settings::Scope& scope, const record::PartialDate& date);

}  // namespace sanaq::persons
