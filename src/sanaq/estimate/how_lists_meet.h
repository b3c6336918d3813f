// What the overlaps of a table say against its number: by their probability, not by rule
// (docs/method/improbable-overlaps.md).
#pragma once
#include "sanaq/estimate/capture_table.h"
#include "sanaq/estimate/summary.h"

namespace sanaq::estimate {

// Adds to the reasons of `summary` what chance gives to fewer than one table in 1,000, with the
// probability: a list inside another (contained_lists.h), two lists or two groups of lists that
// share nobody (hypergeometric, where the estimate's median, or Chao's bound where there is none,
// is the number of all persons, and of those whom both covered in proportion). Times the pairs of
// lists. To the warnings: what it gives to fewer than one in 20, lists that meet no other. That
// nobody is on two lists, and that nobody was covered by three of three or more, are reasons by
// themselves.
void say_how_lists_meet(const CaptureTable& table, Summary& summary);

}  // namespace sanaq::estimate
