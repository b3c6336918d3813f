// How deeply a JSON text is nested; asked before the text is given to a recursive parser.
#pragma once
#include <cstddef>
#include <string_view>

namespace sanaq::base {

// Returns the largest number of brackets and braces that are open at once; those within strings do
// not count. Takes any bytes, valid JSON or not, in linear time.
[[nodiscard]] std::size_t json_depth(std::string_view json);

}  // namespace sanaq::base
