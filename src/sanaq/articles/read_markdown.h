// Markdown (CommonMark with tables and strikethrough) read into pieces. HTML in it stays text.
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

#include "sanaq/articles/marked_text.h"

namespace sanaq::articles {

// A text beyond one of these is refused: no reader's page needs more, and a browser may not bear
// it.
inline constexpr std::size_t pieces_max = 200'000;
inline constexpr std::size_t depth_max = 100;

// `first_line` is the line of the file in which the text begins. The text must be UTF-8. Targets of
// links are as they were written: javascript: too. `[[person:ID]]` and `[[person:ID|label]]` become
// references. Returns nullopt for a text beyond the limits.
[[nodiscard]] std::optional<MarkedText> read_markdown(std::string_view text,
                                                      std::int64_t first_line = 1);

}  // namespace sanaq::articles
