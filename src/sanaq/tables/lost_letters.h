// Letters that were lost before we got the list: question marks in their place, and U+FFFD.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "sanaq/base/message.h"
#include "sanaq/record/record_table.h"

namespace sanaq::tables {

// Adds a warning that says how many cells and headers have such words (text/lost_word.h), with one
// of them, its row and what to do.
void tell_lost_letters(const std::vector<std::string>& header, std::int64_t header_row,
                       const record::RecordTable& records, const std::string& encoding,
                       std::vector<base::Message>& warnings);

}  // namespace sanaq::tables
