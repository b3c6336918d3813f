// How often a reviewer answers as before, and as the threshold does.
//
// Only tasks that were drawn at random or shown again count: those that gain most are the hardest,
// and a rate among them says nothing of the rest. What is drawn is drawn from the pairs and groups
// in doubt, and the rates are of these.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "sanaq/investigation/next_tasks.h"

namespace sanaq::investigation {

// `count` of `of`, and the 95 % interval of the rate by Wilson's score (E. B. Wilson, Probable
// inference, the law of succession, and statistical inference, Journal of the American Statistical
// Association 22, 1927, 209-212). Of nothing it is 0 to 1.
struct Rate {
  std::int64_t count = 0, of = 0;
  double low = 0, high = 1;
};
[[nodiscard]] Rate wilson_rate(std::int64_t count, std::int64_t of);

struct Agreement {
  Reviewer who;
  std::int64_t answered = 0;      // tasks in all
  Rate as_before;                 // of tasks shown again
  Rate as_threshold;              // of tasks drawn at random
  std::int64_t unsure_drawn = 0;  // tasks drawn at random that were left unsure; in no rate
};

// Returns one for each person who answered a task, in the order of their first answers. `standing`
// is ledger::decisions_standing().
[[nodiscard]] std::vector<Agreement> agreements(const std::vector<ledger::Decision>& standing);

}  // namespace sanaq::investigation
