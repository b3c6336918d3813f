// The blocks of a rule that looks at each value of a list (Splink's arrays_to_explode): a record
// stands in as many of them as its lists have values, and two records may meet in several.
#pragma once
#include <string>
#include <vector>

#include "sanaq/splink/block_order.h"
#include "sanaq/splink/level_finder.h"

namespace sanaq::splink {

// Which of a rule's blocks each record stands in. Empty of a rule that explodes nothing.
struct BlocksOfRecords {
  std::vector<std::uint32_t> starts;   // one a record and the end, in `numbers`
  std::vector<std::uint32_t> numbers;  // of blocks, ascending for each record
  std::vector<std::uint64_t> hashes;   // of each block's key; for choosing blocks only

  static constexpr std::uint32_t none = 0xFFFFFFFFU;
  [[nodiscard]] bool is_empty() const { return starts.empty(); }
  // The first block that both records stand in, or none.
  [[nodiscard]] std::uint32_t first_common(std::uint32_t left, std::uint32_t right) const;
};

struct ExplodedBlocks {
  Blocks blocks;  // with the number of each, without block_of
  BlocksOfRecords of_records;
};

// `exploded`: columns whose cells are lists. A record has a key for every choice of one value from
// each; it has none where a list is null or empty, and none where the choices are more than
// made_values_max. `left_out`: records that meet nobody, or empty. Blocks stand in the order in
// which the records first have their keys.
[[nodiscard]] ExplodedBlocks explode_blocks(const SqlCondition& rule,
                                            const std::vector<std::string>& exploded,
                                            const Levels& levels, std::size_t record_count,
                                            const std::vector<bool>& left_out);

}  // namespace sanaq::splink
