#include "sanaq/log/bundles.h"

#include "sanaq/base/check.h"

namespace sanaq::log {

std::string bundle_text(const std::vector<std::string>& entries) {
  std::string text;
  for (const std::string& entry : entries) {
    base::check(entry.size() <= entry_bytes_max, "an entry's length fits two bytes");
    text += static_cast<char>(entry.size() >> 8);
    text += static_cast<char>(entry.size() & 0xFF);
    text += entry;
  }
  return text;
}

std::optional<std::vector<std::string>> parse_bundle(std::string_view bytes) {
  std::vector<std::string> entries;
  while (!bytes.empty()) {
    if (bytes.size() < 2) return std::nullopt;
    const std::size_t size = static_cast<std::size_t>(static_cast<unsigned char>(bytes[0])) << 8 |
                             static_cast<unsigned char>(bytes[1]);
    if (bytes.size() - 2 < size) return std::nullopt;
    entries.emplace_back(bytes.substr(2, size));
    bytes.remove_prefix(2 + size);
  }
  return entries;
}

}  // namespace sanaq::log
