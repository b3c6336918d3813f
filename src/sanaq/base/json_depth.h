// How deep a JSON text is nested, before a reader sees it that takes it apart by recursion.
#pragma once
#include <cstddef>
#include <string_view>

namespace sanaq::base {

// Brackets and braces that stand open at once, at most; those within strings do not count. Of any
// bytes; linear.
[[nodiscard]] std::size_t json_depth(std::string_view json);

}  // namespace sanaq::base
