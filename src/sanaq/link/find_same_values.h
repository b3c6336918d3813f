// Values that different lists have for the same thing: an English list says "driller" where a
// Russian one says "бурильщик". Letters do not show that, but records do which everything else
// shows to be one person. Such values are learnt from these pairs and then compared as one.
#pragma once
#include <vector>

#include "sanaq/link/blocking.h"
#include "sanaq/link/columns.h"
#include "sanaq/link/model.h"
#include "sanaq/link/pair_model.h"

namespace sanaq::link {

// Returns, for each feature, whether lists may use words of their own in it: texts and categories
// other than names, of which two lists that both fill them have hardly any value in common.
[[nodiscard]] std::vector<bool> may_have_same_values(const std::vector<Feature>& features,
                                                     const PairSpace& space);

// Returns groups of values that mean the same; none if nothing was found. Two values x and y of two
// lists do if, among pairs of records that the other fields show to be one person (odds of 19 or
// more), x is mostly beside y and y mostly beside x, and so often that the probability to see it by
// chance anywhere in the column is below .001 (Poisson tail, Chernoff's bound, times the pairs of
// values that were looked at). The result is the same on any number of threads.
[[nodiscard]] std::vector<SameValues> find_same_values(const std::vector<Rule>& rules,
                                                       const std::vector<Key>& keys,
                                                       const PairSpace& space,
                                                       const Columns& columns,
                                                       const PairModel& model, Comparers& comparers,
                                                       Workers& workers, base::Progress& progress);

}  // namespace sanaq::link
