// POST /review: one answer to one task, entered once it is durable, or refused with what stands in
// its way.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "sanaq/http/form.h"
#include "sanaq/http/response.h"
#include "sanaq/investigation/answer.h"
#include "sanaq/workspace/bench.h"
#include "sanaq/workspace/visit.h"

namespace sanaq::workspace {

// What the form said (docs/formats/review.md).
struct PostedAnswer {
  // "same", "different", "unsure", "out_of_scope", "no_person"; "skip", "unskip"; "none" or "" if
  // no answer was pressed.
  std::string verdict;
  investigation::TaskAnswer answer;  // without what is only known here: `chosen`
  std::vector<std::string> shown;    // the records in the words in which they were shown
  std::size_t ahead = 0;             // answers that the page has not sent yet
};
// Throws Error{bad_input} for a form that no page of ours sends: names of records or tasks that are
// no hexadecimal digits, a place that is no number.
[[nodiscard]] PostedAnswer read_answer(const http::Form& form);

// Answers 303 to /review, or with a piece (review_live.h) where our script asks for one. 422: no
// answer was pressed, or it does not say of which record or why; 409: a record changed, an earlier
// decision or `duplicates = false` contradicts it, or somebody else writes; 503 with `Retry-After`
// while the lists are read, 503 if the disk refuses. Whatever is refused comes back as the first
// task with all that was typed.
[[nodiscard]] http::Response answer_task(const Visit& visit, Bench& bench);

}  // namespace sanaq::workspace
