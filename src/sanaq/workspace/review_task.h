// One task of the review queue as a card: its records side by side, what is asked, the answers.
#pragma once
#include <string>
#include <vector>

#include "sanaq/workspace/page.h"
#include "sanaq/workspace/review_desk.h"

namespace sanaq::workspace {

// What stands on a card besides its records.
struct CardState {
  bool is_hidden = false;   // one of the next, which the page has already
  bool has_weight = false;  // somebody wanted to see what linking thinks
  // What was typed and marked, after an answer that was not entered.
  std::string reason = {};
  std::vector<std::size_t> about = {};  // places in NextTask::open
  std::string problem = {};             // a sentence in the reader's language
  struct Changed {
    std::string shown, now;  // the record as it was shown, and as it is; "" if it is gone
  };
  std::vector<Changed> changed = {};
  std::vector<std::string> earlier = {};  // what the answer contradicts, in sentences
  std::string insists = {};               // the verdict that can be entered all the same
};

// Returns the card; records that are gone by now are left out. Nothing of what linking thinks is on
// it unless `has_weight`.
[[nodiscard]] std::string task_card(const Visit& visit, const ReviewNow& now,
                                    const investigation::NextTask& task, const CardState& state);

// Returns what a record says, every cell of it, in one line.
[[nodiscard]] std::string record_in_a_line(const ReviewDesk& desk, std::uint32_t record,
                                           const draw::Voice& voice);
// Returns "63 %, 0.8 bits" for the first pair of these that was in doubt; "" if none was.
[[nodiscard]] std::string weight_words(const ReviewDesk& desk,
                                       const std::vector<std::string>& records,
                                       const draw::Voice& voice);
// By which a page knows a task again, whoever shows it: the identities of what is open, sorted.
[[nodiscard]] std::string task_key(const investigation::NextTask& task);

}  // namespace sanaq::workspace
