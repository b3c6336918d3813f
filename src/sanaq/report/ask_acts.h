// `sanaq ask acts`: counts of acts and of those to whom they were done.
#pragma once
#include "sanaq/report/ask_answer.h"

namespace sanaq::report {

// "type", "place", "month", "event", "group", "perpetrator"; empty for all together. Throws
// Error{usage} for another word.
[[nodiscard]] Answer ask_acts(const CaseAsked& asked, const std::string& by);

}  // namespace sanaq::report
