// Letters that are written by name or number, as HTML and Markdown allow.
#pragma once
#include <string>
#include <string_view>

namespace sanaq::articles {

// Returns what "&mdash;" or "&#8212;" stands for, as UTF-8; text that is no entity is returned as
// it is.
[[nodiscard]] std::string decoded_entity(std::string_view entity);

}  // namespace sanaq::articles
