// Cells that are no names.
#pragma once
#include <optional>
#include <string_view>

#include "sanaq/base/result.h"

namespace sanaq::text {

// Why a cell is no name: more letters, words or marks than limits.h has; none where it may be one.
[[nodiscard]] std::optional<base::Problem> name_problem(std::string_view name);
// The same of any text, which may be as long as it likes: a letter with more marks than scripts
// write.
[[nodiscard]] std::optional<base::Problem> marks_problem(std::string_view text);

}  // namespace sanaq::text
