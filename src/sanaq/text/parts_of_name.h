// Takes a written name apart.
#pragma once
#include <string_view>

#include "sanaq/text/named_thing.h"
#include "sanaq/text/parts.h"

namespace sanaq::text {

// Never fails: a text without any letter, or with a name_problem (name.h), gives a name without
// parts, which matches nothing.
[[nodiscard]] PreparedName parts_of_name(std::string_view name, NameKind kind,
                                         const NameTables& tables);

}  // namespace sanaq::text
