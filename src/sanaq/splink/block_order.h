// The blocks of a rule, in order: records whose keys agree stand side by side.
#pragma once
#include <cstdint>
#include <vector>

namespace sanaq::splink {

// One part of the records' keys, as ids from 1; 0 in any part: no key.
struct KeyPart {
  std::vector<std::uint32_t> ids;                     // one a record or, with codes, one a code
  std::uint32_t most = 0;                             // the largest id
  const std::vector<std::uint32_t>* codes = nullptr;  // one a record
  std::vector<std::uint64_t> hashes = {};             // of each id's text; for choosing blocks only

  [[nodiscard]] std::uint32_t of(std::uint32_t record) const {
    return ids[codes == nullptr ? record : (*codes)[record]];
  }
};

struct Blocks {
  std::vector<std::uint32_t> records;   // block by block, ascending within each; only blocks of two
                                        // records or more
  std::vector<std::uint32_t> starts;    // of each block in `records`, and the end
  std::vector<std::uint32_t> block_of;  // one a record: from 1; 0: in none
  // Of each block its number, where a record may stand in several blocks; else empty.
  std::vector<std::uint32_t> numbers = {};
  [[nodiscard]] double pair_count() const;
};

// Blocks in the order of their keys, the first part first. No parts: one block of all records.
// `left_out`: records that have no key, or empty. Without `with_names` block_of stays empty.
[[nodiscard]] Blocks make_blocks(const std::vector<KeyPart>& parts, std::size_t record_count,
                                 const std::vector<bool>& left_out = {}, bool with_names = true);

}  // namespace sanaq::splink
