// Pairs of names that were compared once, kept for a second pass over the same records: comparing
// two names costs more than all else that is done with a pair.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "sanaq/link/flat_table.h"

namespace sanaq::link {

// What is known of two values of a column.
struct MetValues {
  std::int8_t level;
  float bits;     // log2(m/u) of exactly these two names; 0 if they are not names
  float sharing;  // records with the sounds that they share; 0 if they are not names
};

// What was met in one column of names. The keys of `met` hold for these values in this order alone.
struct MetNames {
  std::vector<std::string> values;
  std::vector<std::uint32_t> counts;
  FlatTable<MetValues> met;
};

}  // namespace sanaq::link
