// A table of the user's own short forms of given names: a CSV file with the header name,nickname.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/link/options.h"

namespace sanaq::exchange {

// One pair a row, each side one word in any script; a name may stand in several rows. Throws
// Error{bad_input} naming file, row and column for a column or cell that is missing and for a cell
// of several words.
[[nodiscard]] std::vector<link::Nickname> read_nicknames(std::string_view bytes,
                                                         const std::string& file);

}  // namespace sanaq::exchange
