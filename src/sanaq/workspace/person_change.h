// POST /persons/{ID}/split and /join: what it would do, in words, and then entering it.
#pragma once
#include "sanaq/http/response.h"
#include "sanaq/workspace/bench.h"
#include "sanaq/workspace/visit.h"

namespace sanaq::workspace {

// `record` (identities, several), `reason`. With `do` = "enter" what was shown is entered: `act`
// names it, `case.IDENTITY` says whose a name of the case file is ("first", "second" or nothing).
// Answers 409 where it would do something else by now, 422 for what cannot be done.
[[nodiscard]] http::Response split_person_of(const Visit& visit, Bench& bench);

// GET /persons/{ID}/join?q=NAME: a search for the other person.
[[nodiscard]] http::Response show_join(const Visit& visit, Bench& bench);
// `other` (the id of a person), `reason`; otherwise as above.
[[nodiscard]] http::Response join_person_with(const Visit& visit, Bench& bench);

}  // namespace sanaq::workspace
