#include "sanaq/log/log_entry.h"

#include <charconv>
#include <nlohmann/json.hpp>

#include "sanaq/base/json_depth.h"

namespace sanaq::log {
namespace {

constexpr std::string_view entry_begin = "{\"commitment\":\"", entry_end = "\",\"v\":1}";
constexpr std::string_view body_begin = "{\"body\":", index_begin = ",\"index\":",
                           salt_begin = ",\"salt\":\"", salt_end = "\"}";
constexpr std::size_t depth_max = 64;

bool is_object(std::string_view text) {
  return text.starts_with('{') && text.ends_with('}') && base::json_depth(text) <= depth_max &&
         nlohmann::json::accept(text);
}

}  // namespace

Hash commitment_of(const Hash& salt, std::string_view form) {
  return sha256(bytes_of(salt).append(form));
}

std::string entry_text(const Hash& commitment) {
  return std::string(entry_begin) + hex_of(commitment) + std::string(entry_end);
}

std::optional<Hash> parse_entry(std::string_view entry) {
  if (!entry.starts_with(entry_begin) || !entry.ends_with(entry_end) ||
      entry.size() < entry_begin.size() + entry_end.size())
    return std::nullopt;
  entry.remove_prefix(entry_begin.size());
  entry.remove_suffix(entry_end.size());
  return hash_of_hex(entry);
}

std::string opened_line(const OpenedLeaf& leaf) {
  std::string line(body_begin);
  line += leaf.body;
  line.append(index_begin).append(std::to_string(leaf.index));
  line.append(salt_begin).append(hex_of(leaf.salt)).append(salt_end);
  return line;
}

std::optional<OpenedLeaf> parse_opened_line(std::string_view line) {
  // From the end: what follows the body has no quotes but its own.
  const std::size_t at = line.rfind(index_begin);
  const std::size_t salt = line.rfind(salt_begin);
  if (!line.starts_with(body_begin) || at == line.npos || salt == line.npos || salt < at ||
      at < body_begin.size() || line.size() != salt + salt_begin.size() + 64 + salt_end.size())
    return std::nullopt;
  OpenedLeaf leaf{std::string(line.substr(body_begin.size(), at - body_begin.size())), 0, {}};
  const std::string_view digits =
      line.substr(at + index_begin.size(), salt - at - index_begin.size());
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), leaf.index);
  const auto bytes = hash_of_hex(line.substr(salt + salt_begin.size(), 64));
  if (read.ec != std::errc() || !bytes) return std::nullopt;
  leaf.salt = *bytes;
  if (opened_line(leaf) != line || !is_object(leaf.body)) return std::nullopt;
  return leaf;
}

std::string opened_text(const std::vector<OpenedLeaf>& leaves) {
  std::string text;
  for (const OpenedLeaf& leaf : leaves) text += opened_line(leaf) + "\n";
  return text;
}

std::string entries_json(const std::vector<OpenedLeaf>& leaves) {
  std::string text = "[\n";
  for (std::size_t at = 0; at < leaves.size(); ++at)
    text += opened_line(leaves[at]) + (at + 1 < leaves.size() ? ",\n" : "\n");
  return text + "]\n";
}

}  // namespace sanaq::log
