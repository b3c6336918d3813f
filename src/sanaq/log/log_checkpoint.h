// A checkpoint of a log (C2SP tlog-checkpoint): whose log, how many leaves, which root. It is the
// text of a signed note.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/log/merkle.h"

namespace sanaq::log {

struct Checkpoint {
  std::string origin;  // also the name of the key that signs it
  std::uint64_t size = 0;
  Hash root{};
  std::vector<std::string> extensions;  // further lines; sanaq writes none
  bool operator==(const Checkpoint&) const = default;
};

// Three lines and the extensions, each ended by LF.
[[nodiscard]] std::string checkpoint_text(const Checkpoint& checkpoint);
// None for a text that is not exactly that.
[[nodiscard]] std::optional<Checkpoint> parse_checkpoint(std::string_view text);

}  // namespace sanaq::log
