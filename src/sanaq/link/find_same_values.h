// Values that different lists have for one thing: an English list says "driller" where a Russian
// one says "бурильщик". No letters tell that; the records do which everything else holds for one
// person. Learnt from such pairs, such values are compared as one.
#pragma once
#include <vector>

#include "sanaq/link/blocking.h"
#include "sanaq/link/columns.h"
#include "sanaq/link/model.h"
#include "sanaq/link/pair_model.h"

namespace sanaq::link {

// Columns in which lists may use words of their own: texts and categories other than names, of
// which two lists that both fill them hardly share a value. By feature.
[[nodiscard]] std::vector<bool> may_have_same_values(const std::vector<Feature>& features,
                                                     const PairSpace& space);

// Two values x and y of two lists mean the same where, among pairs of records that the other fields
// hold for one person (odds of 19 or more), x is mostly beside y and y mostly beside x, and so
// often that chance would show it anywhere in the column with a probability below .001 (Poisson
// tail, Chernoff's bound, times the pairs of values that were looked at). The same on any number of
// threads. Empty where nothing was found.
[[nodiscard]] std::vector<SameValues> find_same_values(const std::vector<Rule>& rules,
                                                       const std::vector<Key>& keys,
                                                       const PairSpace& space,
                                                       const Columns& columns,
                                                       const PairModel& model, Comparers& comparers,
                                                       Workers& workers, base::Progress& progress);

}  // namespace sanaq::link
