// Labelled pairs as people write them: list_l,record_l,list_r,record_r,label (design.md 9, Files).
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/link/link.h"

namespace sanaq::investigation {

// label: 1 (one person), 0 (two) or blank (not looked at yet: left out). Throws Error{bad_input}
// with the file and row for a column or cell that is missing, and for any other label.
[[nodiscard]] std::vector<link::Label> read_labels(std::string_view bytes, const std::string& file);

}  // namespace sanaq::investigation
