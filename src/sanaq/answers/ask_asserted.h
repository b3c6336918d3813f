// `sanaq ask claims`, `demands` and `aid`.
#pragma once
#include "sanaq/answers/ask_answer.h"

namespace sanaq::answers {

[[nodiscard]] Answer ask_claims(const CaseAsked& asked);
[[nodiscard]] Answer ask_demands(const CaseAsked& asked, std::int32_t day);
[[nodiscard]] Answer ask_aid(const CaseAsked& asked);

}  // namespace sanaq::answers
