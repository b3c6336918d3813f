#include "sanaq/publish/opened_lines.h"

#include "sanaq/base/path_kind.h"
#include "sanaq/base/sha256.h"
#include "sanaq/log/log_entry.h"

namespace sanaq::publish {
namespace {

// What follows a body of this leaf, its salt aside.
bool is_line_of(std::string_view line, std::uint64_t leaf) {
  const std::string empty = log::opened_line({"", leaf, {}});
  constexpr std::string_view before_body = "{\"body\":";
  constexpr std::size_t after_number = 64 + 2 + 9;  // ,"salt":"HEX"}
  const std::string_view number = std::string_view(empty).substr(
      before_body.size(), empty.size() - before_body.size() - after_number);
  return line.size() > empty.size() && line.starts_with(before_body) &&
         line.substr(line.size() - after_number - number.size(), number.size()) == number;
}

}  // namespace

std::optional<OpenedLines> OpenedLines::read(const std::string& path, std::string_view sha256,
                                             const std::set<std::uint64_t>& open,
                                             std::uint64_t leaves) {
  if (base::path_kind(path) != base::PathKind::file) return std::nullopt;
  OpenedLines read{base::MappedFile(path)};
  std::string_view left = read.file_.bytes();
  if (base::sha256_hex(left) != sha256) return std::nullopt;
  read.lines_.resize(leaves);
  for (const std::uint64_t leaf : open) {
    const std::size_t end = left.find('\n');
    if (leaf >= leaves || end == left.npos || !is_line_of(left.substr(0, end), leaf))
      return std::nullopt;
    read.lines_[leaf] = left.substr(0, end);
    left.remove_prefix(end + 1);
  }
  return left.empty() ? std::optional<OpenedLines>(std::move(read)) : std::nullopt;
}

std::string_view OpenedLines::line(std::uint64_t leaf) const {
  return leaf < lines_.size() ? lines_[leaf] : std::string_view();
}

}  // namespace sanaq::publish
