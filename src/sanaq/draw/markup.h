// Text made safe for HTML and SVG, and names that do not change the direction of the text around
// them.
#pragma once
#include <string>
#include <string_view>

namespace sanaq::draw {

// Returns the text with & < > " ' as entities. Control characters, line and paragraph separators,
// bidirectional embeddings and overrides, isolates without their end, and bytes that are not UTF-8
// become U+FFFD, which can be seen and affects nothing beside it.
[[nodiscard]] std::string escape(std::string_view text);

// Returns text from outside, before it is put anywhere: control characters, what steers the line
// (isolates too) and letters of no width stand there by their numbers, "U+202E"; bytes that are not
// UTF-8 become U+FFFD. It has no entities.
[[nodiscard]] std::string harmless(std::string_view text);

// Returns a name from outside for use in a sentence, a title or a drawing: it is put between U+2068
// and U+2069, so that its direction is its own. An empty name stays empty. (In a template a name is
// put in <bdi>.)
[[nodiscard]] std::string isolated(std::string_view text);

}  // namespace sanaq::draw
