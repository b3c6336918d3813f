// An invented list as the bytes that somebody would have sent.
#pragma once
#include <string>
#include <string_view>

#include "sanaq/simulate/simulate.h"

namespace sanaq::simulate {

// Title line, header and rows, cells parted and quoted, lines ended by CR LF as spreadsheets do, in
// the plan's encoding.
[[nodiscard]] std::string file_bytes(const SimulatedList& list);

// windows-1251; what it lacks (most Kazakh letters) becomes a question mark, as in real files.
[[nodiscard]] std::string in_windows_1251(std::string_view utf8);

}  // namespace sanaq::simulate
