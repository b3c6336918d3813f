// A table of the user's own short forms of given names: a CSV file with the header name,nickname.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/link/options.h"

namespace sanaq::exchange {

// Reads one pair from each row; both are one word in any script, and a name may be in several rows.
// Throws Error{bad_input}, naming file, row and column, for a missing column or cell and for a cell
// of several words.
[[nodiscard]] std::vector<link::Nickname> read_nicknames(std::string_view bytes,
                                                         const std::string& file);

}  // namespace sanaq::exchange
