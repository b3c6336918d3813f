// The last answers of whoever reviews, each with its *undo*, in the words of their rows.
#pragma once
#include <string>
#include <vector>

#include "sanaq/workspace/page.h"
#include "sanaq/workspace/review_desk.h"

namespace sanaq::workspace {

struct AnswerGiven {
  std::string entry;  // by which it is undone: "3f9a0c12:7"
  ledger::Verdict verdict = ledger::Verdict::same;
  std::vector<std::string> records;  // identities: of whom the verdict speaks
  std::string reason;
};

// Returns the last `count` answers of this person that are in force, the newest first; what was
// entered as one act is one.
[[nodiscard]] std::vector<AnswerGiven> last_answers(const ReviewNow& now, std::size_t count);

// Returns "one person: hospital:17 Aibar …; morgue:3 …", in the words that the rows have now.
[[nodiscard]] std::string answer_in_words(const ReviewNow& now, const AnswerGiven& answer,
                                          const draw::Voice& voice);

// Returns the strip as a piece of the page: the last ten.
[[nodiscard]] std::string review_strip(const Visit& visit, const ReviewNow& now);

}  // namespace sanaq::workspace
