// Texts that go to a browser in a form and come back.
#pragma once
#include <string>
#include <string_view>

namespace sanaq::workspace {

// A browser sends every line end of a form as CR LF (WHATWG HTML, 4.10.21.8), also of a cell that
// was written otherwise. Returns the text with LF for each, by which the two can be compared.
[[nodiscard]] std::string with_plain_line_ends(std::string_view text);

}  // namespace sanaq::workspace
