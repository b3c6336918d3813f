// What kind of thing a column holds, found from its field or its content.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/link/columns.h"

namespace sanaq::link {

// `texts` are the distinct folded cells; texts[codes[r]] is that of record r, and "" means missing.
[[nodiscard]] Kind find_kind(const std::optional<record::Field>& field,
                             const std::vector<std::string>& texts,
                             const std::vector<std::uint32_t>& codes);

}  // namespace sanaq::link
