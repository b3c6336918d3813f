#include "sanaq/log/log_checkpoint.h"

#include <charconv>

#include "sanaq/log/base64.h"

namespace sanaq::log {

std::string checkpoint_text(const Checkpoint& checkpoint) {
  std::string text = checkpoint.origin + "\n" + std::to_string(checkpoint.size) + "\n" +
                     to_base64(bytes_of(checkpoint.root)) + "\n";
  for (const std::string& line : checkpoint.extensions) text += line + "\n";
  return text;
}

std::optional<Checkpoint> parse_checkpoint(std::string_view text) {
  std::vector<std::string> lines;
  for (std::string_view left = text; !left.empty();) {
    const std::size_t end = left.find('\n');
    if (end == left.npos || end == 0) return std::nullopt;
    lines.emplace_back(left.substr(0, end));
    left.remove_prefix(end + 1);
  }
  if (lines.size() < 3) return std::nullopt;
  Checkpoint checkpoint{lines[0], 0, {}, {lines.begin() + 3, lines.end()}};
  const auto read =
      std::from_chars(lines[1].data(), lines[1].data() + lines[1].size(), checkpoint.size);
  const auto root = from_base64(lines[2]);
  constexpr std::uint64_t size_max = std::uint64_t{1} << 53;  // what every JSON reader keeps
  if (read.ec != std::errc() || checkpoint.size > size_max || !root || root->size() != sizeof(Hash))
    return std::nullopt;
  checkpoint.root = hash_of(*root);
  if (checkpoint_text(checkpoint) != text) return std::nullopt;
  return checkpoint;
}

}  // namespace sanaq::log
