// `sanaq ask command`: who commanded a unit, and who was above him.
#pragma once
#include "sanaq/answers/ask_answer.h"

namespace sanaq::answers {

// `on` is a day or a moment such as 2011-12-16T12:00. Throws Error{usage} for any other text, and
// Error{not_found} for an unknown unit.
[[nodiscard]] Answer ask_command_of(const CaseAsked& asked, const std::string& unit,
                                    const std::string& on);

}  // namespace sanaq::answers
