// Cells that should name one person, and what they look like instead.
#pragma once
#include <string_view>

namespace sanaq::casefile {

// Returns true for a cell with the form LIST:RECORD, whether or not the list exists: "hospital:3",
// "hospital: 3"; but not for "Bolat: a miner" or an address of the web.
[[nodiscard]] bool looks_like_reference(std::string_view cell);

// Returns true if a cell names two or more people, who should be separated by |: "A. Sample, B.
// Other", "morgue:1, morgue:2", "A. Sample and B. Other"; but not for "Sample, Bolat" or "Sample,
// Bolat Erlanovich", which is one person.
[[nodiscard]] bool names_several(std::string_view cell);

}  // namespace sanaq::casefile
