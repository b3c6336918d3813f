// What kind of thing a column holds, found from its field or its content, and dates as one plain
// text.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/link/columns.h"

namespace sanaq::link {

// `texts` are distinct folded cells, texts[codes[r]] that of record r; "" is missing.
[[nodiscard]] Kind find_kind(const std::optional<record::Field>& field,
                             const std::vector<std::string>& texts,
                             const std::vector<std::uint32_t>& codes);

// yyyymmdd where a day is told in any usual form (a day that does not exist keeps its digits), EDTF
// where less is known, the digits of anything else; "" where there are fewer than four.
[[nodiscard]] std::string plain_date(std::string_view value);
// What a plain date says, as an interval; none for a day that does not exist.
[[nodiscard]] std::optional<record::PartialDate> date_of(std::string_view plain);

}  // namespace sanaq::link
