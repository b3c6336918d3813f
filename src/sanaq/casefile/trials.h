// Whether the totals of a trial add up: 37 tried = 3 acquitted + 16 suspended + 5 amnestied + 13
// jailed.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "sanaq/casefile/entities.h"
#include "sanaq/casefile/vocabulary.h"

namespace sanaq::casefile {

struct TrialPart {
  std::string verdict;                        // a code of VERDICT, or the word as written
  std::optional<std::int64_t> stated;         // the number in the event's outcome
  std::int64_t people = 0, prosecutions = 0;  // the numbers in the custody table, for this court
};

struct TrialTotals {
  std::string event;           // subject
  std::optional<Range> tried;  // the event's count_min and count_max
  // In the order of the outcome, then verdicts that only custodies have.
  std::vector<TrialPart> parts;
  std::int64_t stated_sum = 0;
  std::int64_t people = 0, prosecutions = 0;
  std::vector<std::string> unread;  // outcomes that are not a verdict with a number
  // Returns `tried` less the sum of the parts: zero if they add up, and a range if `tried` is one.
  [[nodiscard]] std::optional<Range> difference() const;
};

// Returns the totals of each event of type trial. A custody belongs to the trial that its court
// names by id or title.
[[nodiscard]] std::vector<TrialTotals> trial_totals(const Entities& entities,
                                                    const Vocabulary& vocabulary);

}  // namespace sanaq::casefile
