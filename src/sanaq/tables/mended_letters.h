// Letters that were encoded twice or read wrongly before are read as they were meant, and that is
// said; lines in another encoding than the rest are named.
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/base/message.h"
#include "sanaq/tables/row_source.h"

namespace sanaq::tables {

// None where nothing is to be mended (text/twice_encoded.h, text/misread.h).
[[nodiscard]] std::optional<std::string> mended_text(std::string_view text, char delimiter,
                                                     const std::string& file,
                                                     std::vector<base::Message>& warnings);

// The rows themselves, or those that were encoded twice mended; the first rows tell.
[[nodiscard]] std::unique_ptr<RowSource> mended_rows(std::unique_ptr<RowSource> rows,
                                                     std::vector<base::Message>& warnings);

// Of a file in UTF-8 the lines that are not, and what a word of theirs would be.
void tell_other_lines(std::string_view bytes, std::vector<base::Message>& warnings);

}  // namespace sanaq::tables
