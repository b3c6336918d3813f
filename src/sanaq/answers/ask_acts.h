// `sanaq ask acts`: counts of acts and of those to whom they were done.
#pragma once
#include "sanaq/answers/ask_answer.h"

namespace sanaq::answers {

// `by` is "type", "place", "month", "event", "group" or "perpetrator", or empty for all together.
// Throws Error{usage} for any other word.
[[nodiscard]] Answer ask_acts(const CaseAsked& asked, const std::string& by);

}  // namespace sanaq::answers
