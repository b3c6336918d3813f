// How two different persons' values of one column agree by chance, level by level, from the values
// and how often each is there.
//
// Alike values are rare among all pairs, and a rare level weighs much: so pairs that share a key
// (of names a part that sounds alike, of other texts the first or the last three letters, or the
// sound) are counted or drawn apart from the others, as many again (stratified sampling; Cochran
// 1977, chapter 5). Nothing depends on where a record stands.
#pragma once
#include <cstdint>
#include <vector>

#include "sanaq/link/columns.h"

namespace sanaq::link {

// A value, in what group of records (a list, or all), and how many of them have it.
struct ValueCount {
  std::uint32_t group = 0, code = 0;
  double count = 0;
};

struct ValueChance {
  std::vector<double> pairs;  // of records of one group, by level; of equality only of whole names
  double all = 0;             // pairs of records of one group, equal ones too
};

// `counts` sorted by group and code, without the missing value.
[[nodiscard]] ValueChance value_chance(const Feature& feature,
                                       const std::vector<ValueCount>& counts, std::uint64_t seed);

// All records as one group, and each list as one.
[[nodiscard]] std::vector<ValueCount> counts_of_all(const Feature& feature);
[[nodiscard]] std::vector<ValueCount> counts_by_list(const Feature& feature,
                                                     const std::vector<std::uint32_t>& list_of);

}  // namespace sanaq::link
