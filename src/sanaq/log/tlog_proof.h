// A proof that can be checked without the site (C2SP tlog-proof): the entry's place, the hashes
// that lead from it to the root, and the signed checkpoint with this root.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/log/merkle.h"

namespace sanaq::log {

struct TlogProof {
  std::string extra;  // what the entry was made from; empty: no such line
  std::uint64_t index = 0;
  std::vector<Hash> hashes;  // from the leaf's sibling up
  std::string checkpoint;    // the signed note, as it was found
  bool operator==(const TlogProof&) const = default;
};

[[nodiscard]] std::string tlog_proof_text(const TlogProof& proof);
[[nodiscard]] std::optional<TlogProof> parse_tlog_proof(std::string_view text);

}  // namespace sanaq::log
