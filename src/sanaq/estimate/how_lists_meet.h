// What the overlaps of a table say against its number, judged by their probability
// (docs/method/improbable-overlaps.md).
#pragma once
#include "sanaq/estimate/capture_table.h"
#include "sanaq/estimate/summary.h"

namespace sanaq::estimate {

// Adds to the reasons of `summary`, with its probability, what chance would give in fewer than one
// table in 1,000: a list inside another (contained_lists.h), or two lists or two groups of lists
// that share nobody. The latter is hypergeometric; the number of all persons is the estimate's
// median, or Chao's bound if there is none, and that of those whom both covered is in proportion.
// Probabilities are multiplied by the number of pairs of lists. Adds to the warnings what chance
// would give in fewer than one in 20, and lists that overlap with no other. That nobody is on two
// lists, or that nobody was covered by three of three or more, is a reason by itself.
void say_how_lists_meet(const CaptureTable& table, Summary& summary);

}  // namespace sanaq::estimate
