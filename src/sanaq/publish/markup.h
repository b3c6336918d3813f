// Text made safe to stand in HTML and SVG.
#pragma once
#include <string>
#include <string_view>

namespace sanaq::publish {

// & < > " ' become entities; control characters that HTML forbids become U+FFFD.
[[nodiscard]] std::string escape(std::string_view text);

}  // namespace sanaq::publish
