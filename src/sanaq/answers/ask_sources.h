// `sanaq ask sources`: from a thing or a person down to every statement, its row and its file.
#pragma once
#include "sanaq/answers/ask_answer.h"

namespace sanaq::answers {

// `of` is KIND:ID, or a person: a name, LIST:RECORD or an id. Throws Error{not_found}.
[[nodiscard]] Answer ask_sources(const CaseAsked& asked, const std::string& of);

}  // namespace sanaq::answers
