// `sanaq ask timeline`, `strikes` and `series`.
#pragma once
#include "sanaq/answers/ask_answer.h"

namespace sanaq::answers {

[[nodiscard]] Answer ask_timeline(const CaseAsked& asked);
[[nodiscard]] Answer ask_strikes(const CaseAsked& asked);
// Counts one type of event by year. `from` and `to` are dates or empty.
[[nodiscard]] Answer ask_series(const CaseAsked& asked, const std::string& type,
                                const std::string& from, const std::string& to);

}  // namespace sanaq::answers
