// `sanaq ask command`: who commanded a unit, and who stood above him.
#pragma once
#include "sanaq/report/ask_answer.h"

namespace sanaq::report {

// `on` is a day or a moment, 2011-12-16T12:00. Throws Error: usage, not_found.
[[nodiscard]] Answer ask_command_of(const CaseAsked& asked, const std::string& unit,
                                    const std::string& on);

}  // namespace sanaq::report
