// A signed state of the ledger, and the short code by which somebody else can hold us to it.
#pragma once
#include <cstdint>
#include <map>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace sanaq::ledger {

using Heads = std::map<std::string, std::pair<std::int64_t, std::string>>;  // writer -> (seq, self)

// What is signed: "sanaq checkpoint 1" and one line "WRITER SEQ SELF" for each head, by writer,
// each line ended by LF.
[[nodiscard]] std::string checkpoint_text(const Heads& heads);
// `heads` of a checkpoint's body; none where it is not of the form.
[[nodiscard]] std::optional<Heads> heads_of(const nlohmann::json& body);
[[nodiscard]] std::int64_t entry_count(const Heads& heads);

// The code: the number of entries, the checkpoint included; the first 160 bits of the checkpoint
// entry's `self` in Crockford's base32, in fours; and two digits that catch a slip of the pen (the
// first ten bits of the SHA-256 of what stands before, with its dash). 1204-7ZK0-…-A3
struct CheckpointCode {
  std::int64_t entry_count = 0;
  std::string self_start;  // 40 hex digits
};
[[nodiscard]] std::string code_text(std::int64_t entry_count, std::string_view self);
// As typed by hand: any case, O for 0, I and L for 1, spaces for dashes. Throws Error{usage} for
// what is no code.
[[nodiscard]] CheckpointCode parse_code(std::string_view text);

}  // namespace sanaq::ledger
