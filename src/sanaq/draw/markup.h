// Text made safe to stand in HTML and SVG, and names that turn no line around them.
#pragma once
#include <string>
#include <string_view>

namespace sanaq::draw {

// & < > " ' become entities. Control characters, line and paragraph separators, bidirectional
// embeddings and overrides, isolates without their end, and bytes that are no UTF-8 become U+FFFD:
// each can be seen, and none steers what stands beside it.
[[nodiscard]] std::string escape(std::string_view text);

// The same without entities, and without isolates: for text from outside, before it is put
// anywhere.
[[nodiscard]] std::string harmless(std::string_view text);

// A name from outside within a sentence, a title or a drawing: between U+2068 and U+2069, so that
// its direction is its own. Empty stays empty. (In a template a name stands in <bdi>.)
[[nodiscard]] std::string isolated(std::string_view text);

}  // namespace sanaq::draw
