// Cells that should name one person, and what they look like.
#pragma once
#include <string_view>

namespace sanaq::casefile {

// LIST:RECORD in shape, whether or not there is such a list: "hospital:3", "hospital: 3". Not
// "Bolat: a miner" and no address of the web.
[[nodiscard]] bool looks_like_reference(std::string_view cell);

// "A. Sample, B. Other", "morgue:1, morgue:2", "A. Sample and B. Other": two or more people, who
// should be separated by |. Not "Sample, Bolat" or "Sample, Bolat Erlanovich", which is one.
[[nodiscard]] bool names_several(std::string_view cell);

}  // namespace sanaq::casefile
