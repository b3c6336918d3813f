// The blocks of a rule, in order: records whose keys agree stand side by side.
#pragma once
#include <cstdint>
#include <vector>

namespace sanaq::link {

// A key of one record made of several parts, each from 1; 0 in any part: no key.
struct KeyPart {
  std::vector<std::uint32_t> ids;  // one a record
  std::uint32_t most = 0;          // the largest id
};

struct Blocks {
  std::vector<std::uint32_t> records;   // block by block, ascending within each; only blocks of two
                                        // records or more
  std::vector<std::uint32_t> starts;    // of each block in `records`, and the end
  std::vector<std::uint32_t> block_of;  // one a record: from 1; 0: in none
  [[nodiscard]] double pair_count() const;
};

// No parts: one block of all records.
[[nodiscard]] Blocks make_blocks(const std::vector<KeyPart>& parts, std::size_t record_count);

}  // namespace sanaq::link
