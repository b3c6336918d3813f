// Text made ready to be compared with other text, whatever its case and its spaces.
#pragma once
#include <string>
#include <string_view>

namespace sanaq::text {

// Returns the text case-folded and normalised (NFKC), with single spaces between its words and none
// around it.
[[nodiscard]] std::string fold(std::string_view text);

}  // namespace sanaq::text
