// The entries of a log, 256 in a file (C2SP tlog-tiles, "log entries").
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sanaq::log {

inline constexpr std::size_t entry_bytes_max = 65535;

// Each entry as its length in two bytes, big-endian, and itself. An entry has at most
// entry_bytes_max bytes.
[[nodiscard]] std::string bundle_text(const std::vector<std::string>& entries);
// None where the bytes end within an entry.
[[nodiscard]] std::optional<std::vector<std::string>> parse_bundle(std::string_view bytes);

}  // namespace sanaq::log
