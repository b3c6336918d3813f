// Letters that were encoded twice or read wrongly before are read as they were meant, with a
// warning; lines in another encoding than the rest are reported.
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/base/message.h"
#include "sanaq/tables/row_source.h"

namespace sanaq::tables {

// Returns the corrected text, and nullopt if nothing needs correcting (text/twice_encoded.h,
// text/misread.h).
[[nodiscard]] std::optional<std::string> mended_text(std::string_view text, char delimiter,
                                                     const std::string& file,
                                                     std::vector<base::Message>& warnings);

// Returns the rows, corrected if they were encoded twice, which the first rows show.
[[nodiscard]] std::unique_ptr<RowSource> mended_rows(std::unique_ptr<RowSource> rows,
                                                     std::vector<base::Message>& warnings);

// Reports the lines of a UTF-8 file that are not UTF-8, and what a word in them would be.
void tell_other_lines(std::string_view bytes, std::vector<base::Message>& warnings);

}  // namespace sanaq::tables
