// Do the totals of a trial add up: 37 tried = 3 acquitted + 16 suspended + 5 amnestied + 13 jailed.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "sanaq/casefile/entities.h"
#include "sanaq/casefile/vocabulary.h"

namespace sanaq::casefile {

struct TrialPart {
  std::string verdict;                        // a code of VERDICT, or the word as written
  std::optional<std::int64_t> stated;         // by the event's outcome
  std::int64_t people = 0, prosecutions = 0;  // in the custody table, of this court
};

struct TrialTotals {
  std::string event;           // subject
  std::optional<Range> tried;  // the event's count_min and count_max
  std::vector<TrialPart>
      parts;  // as the outcome states them, then verdicts that only custodies have
  std::int64_t stated_sum = 0;
  std::int64_t people = 0, prosecutions = 0;
  std::vector<std::string> unread;  // outcomes that are no verdict with a number
  // tried less the sum of the parts: zero when they add up; a range where tried is one.
  [[nodiscard]] std::optional<Range> difference() const;
};

// One for each event of type trial. A custody belongs to the trial that its court names by id or
// title.
[[nodiscard]] std::vector<TrialTotals> trial_totals(const Entities& entities,
                                                    const Vocabulary& vocabulary);

}  // namespace sanaq::casefile
