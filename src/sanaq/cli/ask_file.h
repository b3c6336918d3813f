// `sanaq ask file`: the whole case file, for other programs; restricted and sealed statements too.
#pragma once
#include <string>

#include "sanaq/cli/ask_answer.h"

namespace sanaq::cli {

// Writes FollowTheMoney to `ftm` and one CSV a kind into the folder `csv`, where they are not
// empty.
[[nodiscard]] Answer ask_file(const CaseAsked& asked, const std::string& ftm,
                              const std::string& csv);

}  // namespace sanaq::cli
