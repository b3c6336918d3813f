// What a leaf of the log is made from, and how it is shown once it is open (docs/formats/log.md).
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/log/merkle.h"

namespace sanaq::log {

// SHA-256(salt || form). `salt`: the 32 bytes themselves; `form`: the public form, canonical JSON.
[[nodiscard]] Hash commitment_of(const Hash& salt, std::string_view form);

// {"commitment":"HEX","v":1}, the bytes of a leaf.
[[nodiscard]] std::string entry_text(const Hash& commitment);
[[nodiscard]] std::optional<Hash> parse_entry(std::string_view entry);  // the commitment

// An opened leaf.
struct OpenedLeaf {
  std::string body;  // the public form, byte for byte as it was committed to: a JSON object
  std::uint64_t index = 0;
  Hash salt{};
  bool operator==(const OpenedLeaf&) const = default;
};
// {"body":…,"index":N,"salt":"HEX"}, without LF.
[[nodiscard]] std::string opened_line(const OpenedLeaf& leaf);
// The body is taken as it stands, not parsed and written again, so that a reader needs no
// canonical JSON. None where the line is not of this form, or its body no JSON object.
[[nodiscard]] std::optional<OpenedLeaf> parse_opened_line(std::string_view line);

// log/opened.jsonl: one line a leaf, by index.
[[nodiscard]] std::string opened_text(const std::vector<OpenedLeaf>& leaves);
// A file NAME.entries.json: "[", one line a leaf, separated by ",", and "]", each ended by LF.
[[nodiscard]] std::string entries_json(const std::vector<OpenedLeaf>& leaves);

}  // namespace sanaq::log
