// Sex as people write it, in English, Russian and Kazakh.
#pragma once
#include <string_view>

#include "sanaq/base/result.h"

namespace sanaq::tables {

// "m", "f", or "" for a cell that says nothing. Numbers are not guessed at: 1 is a man in one list
// and a woman in another.
[[nodiscard]] base::Result<std::string_view> read_sex(std::string_view cell);

}  // namespace sanaq::tables
