// An invented case file in a folder, and questions to it.
#pragma once
#include <functional>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "help/an_invented_case.h"
#include "sanaq/answers/ask_answer.h"
#include "sanaq/base/error.h"
#include "sanaq/investigation/investigation.h"

namespace sanaq::answers {

using Question = std::function<Answer(const CaseAsked&)>;

class ACase : public help::AnInventedCase {
 public:
  [[nodiscard]] Answer answer(const Question& question) const {
    base::Progress silent;
    const base::Catalog english;
    const investigation::Outcome outcome = investigation::link_records(folder(), {silent, english});
    return question(case_of(outcome, english));
  }
  [[nodiscard]] nlohmann::json json(const Question& question) const {
    return answer(question).json;
  }
  // The kind of error that the question ends with; none where it is answered.
  [[nodiscard]] std::optional<base::Kind> refusal(const Question& question) const {
    try {
      (void)answer(question);
      return std::nullopt;
    } catch (const base::Error& error) {
      return error.kind();
    }
  }
};

}  // namespace sanaq::answers
