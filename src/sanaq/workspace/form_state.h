// Two tabs that save: a form names the state that it was made from, and the second one that saves
// an older state is shown both.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/workspace/page.h"
#include "sanaq/workspace/visit.h"

namespace sanaq::workspace {

// <input type=hidden name=state>; `state` is whatever names it: a digest of the settings, the last
// entry of the ledger.
[[nodiscard]] std::string state_field(std::string_view state);
// Whether the form that was posted was made from this state. One without the field was not.
[[nodiscard]] bool is_made_from(const Visit& visit, std::string_view state);

struct BothValues {
  std::string label;  // in the reader's language
  std::string field;  // of the form
  std::string theirs, mine;
};
// 409, with what is saved now beside what was typed. From it the form can be sent again, made from
// the state as it is now; or what is saved is kept.
[[nodiscard]] http::Response both_screen(const Visit& visit, Bench& bench,
                                         const std::string& pattern, std::string_view state_now,
                                         const std::vector<BothValues>& values);

}  // namespace sanaq::workspace
