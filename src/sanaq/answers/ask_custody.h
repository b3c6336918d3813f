// `sanaq ask still-held`, `due` and `trials`.
#pragma once
#include "sanaq/answers/ask_answer.h"

namespace sanaq::answers {

[[nodiscard]] Answer ask_still_held(const CaseAsked& asked, std::int32_t day);
[[nodiscard]] Answer ask_due(const CaseAsked& asked, std::int32_t day, int months);
[[nodiscard]] Answer ask_trials(const CaseAsked& asked);

}  // namespace sanaq::answers
