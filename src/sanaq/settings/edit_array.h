// Changes some of the values of an array that stands on several lines, with comments between them:
// what is kept of it keeps its lines.
#pragma once
#include <toml++/toml.h>

#include <optional>
#include <string>

#include "sanaq/settings/toml_lines.h"

namespace sanaq::settings {

// Returns the text of the whole file with `now` in the place of `old`, an array of this file. A
// value that goes takes its line with it, and the comment behind it; one that takes its place keeps
// them. A guess from positions: whoever uses it reads it again. nullopt if no value is kept and it
// is not one for one, since the comments then speak of nothing that is there, or if a comment
// stands within a value that goes.
[[nodiscard]] std::optional<std::string> text_with_array(const TomlLines& lines,
                                                         const toml::array& old,
                                                         const toml::array& now);

}  // namespace sanaq::settings
