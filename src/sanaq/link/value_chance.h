// How often two different persons' values of one column agree by chance, level by level, from the
// values and their frequencies.
//
// Similar values are rare among all pairs, and a rare level has a large weight. So pairs that share
// a key (for names a part that sounds alike, for other texts the first or the last three letters,
// or the sound) are counted or drawn separately from the others, and as many of each (stratified
// sampling; Cochran 1977, chapter 5). Nothing depends on the place of a record.
#pragma once
#include <cstdint>
#include <vector>

#include "sanaq/link/columns.h"

namespace sanaq::link {

// A value, its group of records (a list, or all), and how many of them have it.
struct ValueCount {
  std::uint32_t group = 0, code = 0;
  double count = 0;
};

struct ValueChance {
  std::vector<double> pairs;  // within groups, by level; of equality only for whole names
  double all = 0;             // all pairs of records within groups, equal ones included
};

// `counts` must be sorted by group and code, without the missing value.
[[nodiscard]] ValueChance value_chance(const Feature& feature,
                                       const std::vector<ValueCount>& counts, std::uint64_t seed);

// Return the counts with all records as one group, and with each list as one.
[[nodiscard]] std::vector<ValueCount> counts_of_all(const Feature& feature);
[[nodiscard]] std::vector<ValueCount> counts_by_list(const Feature& feature,
                                                     const std::vector<std::uint32_t>& list_of);

}  // namespace sanaq::link
