#include "sanaq/intake/content.h"

#include <algorithm>
#include <utility>

#include "sanaq/base/check.h"

namespace sanaq::intake {
namespace {

constexpr std::size_t most_of_a_byte = 255;

void put_size(std::string& bytes, std::size_t size) {
  for (int shift = 0; shift < 32; shift += 8) bytes += static_cast<char>((size >> shift) & 0xff);
}

// Takes so many bytes from the front; nullopt where there are fewer.
std::optional<std::string_view> take(std::string_view& rest, std::size_t size) {
  if (rest.size() < size) return std::nullopt;
  const std::string_view taken = rest.substr(0, size);
  rest.remove_prefix(size);
  return taken;
}

std::size_t size_of(std::string_view bytes) {
  std::size_t size = 0;
  for (std::size_t at = 0; at < bytes.size(); ++at)
    size |= static_cast<std::size_t>(static_cast<unsigned char>(bytes[at])) << (8 * at);
  return size;
}

// Takes a size of so many bytes, and as many bytes as it says.
std::optional<std::string_view> take_sized(std::string_view& rest, std::size_t size_bytes) {
  const auto size = take(rest, size_bytes);
  return size ? take(rest, size_of(*size)) : std::nullopt;
}

}  // namespace

const std::string& Content::value(std::string_view name) const {
  static const std::string none;
  const auto field = std::find_if(fields.begin(), fields.end(),
                                  [&](const auto& each) { return each.first == name; });
  return field == fields.end() ? none : field->second;
}

std::string head_bytes(const Content& content) {
  base::check(content.fields.size() <= most_of_a_byte, "content has at most 255 fields");
  std::string bytes;
  bytes += static_cast<char>(content.kind);
  bytes += static_cast<char>(content.fields.size());
  for (const auto& [name, value] : content.fields) {
    base::check(name.size() <= most_of_a_byte, "a field's name has at most 255 bytes");
    bytes += static_cast<char>(name.size());
    bytes += name;
    put_size(bytes, value.size());
    bytes += value;
  }
  return bytes;
}

std::optional<Content> read_content(std::string_view bytes) {
  const auto kind = take(bytes, 1), count = take(bytes, 1);
  if (!kind || !count || size_of(*kind) < 1 || size_of(*kind) > 4) return std::nullopt;
  Content content;
  content.kind = static_cast<ContentKind>(size_of(*kind));
  for (std::size_t left = size_of(*count); left > 0; --left) {
    const auto name = take_sized(bytes, 1);
    const auto value = name ? take_sized(bytes, 4) : std::nullopt;
    if (!value) return std::nullopt;
    content.fields.emplace_back(*name, *value);
  }
  content.file = bytes;
  return content;
}

}  // namespace sanaq::intake
