#include "sanaq/settings/toml_lines.h"

#include <algorithm>

namespace sanaq::settings {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

bool begins_letter(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }

}  // namespace

TomlLines::TomlLines(std::string_view toml) : toml_(toml) {
  begins_.push_back(toml.starts_with(byte_order_mark) ? byte_order_mark.size() : 0);
  for (std::size_t at = toml.find('\n'); at != toml.npos && at + 1 < toml.size();
       at = toml.find('\n', at + 1))
    begins_.push_back(at + 1);
}

std::size_t TomlLines::offset(toml::source_position position) const {
  std::size_t at = begin_of(position.line);
  for (std::size_t column = 1; column < position.column && at < toml_.size(); ++column) {
    ++at;
    while (at < toml_.size() && !begins_letter(toml_[at])) ++at;
  }
  return at;
}

std::string_view TomlLines::between(const toml::source_region& region) const {
  const std::size_t begin = offset(region.begin);
  return toml_.substr(begin, offset(region.end) - begin);
}

std::size_t TomlLines::begin_of(std::size_t line) const {
  return line <= begins_.size() ? begins_[line - 1] : toml_.size();
}

std::size_t TomlLines::end_of(std::size_t line) const {
  return line < begins_.size() ? begins_[line] : toml_.size();
}

std::string_view TomlLines::line(std::size_t line) const {
  std::string_view text = toml_.substr(begin_of(line), end_of(line) - begin_of(line));
  while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.remove_suffix(1);
  return text;
}

std::string_view TomlLines::line_end() const {
  const std::size_t end = toml_.find('\n');
  return end != toml_.npos && end > 0 && toml_[end - 1] == '\r' ? "\r\n" : "\n";
}

bool has_comment(std::string_view toml) {
  for (std::size_t at = 0; at < toml.size(); ++at) {
    if (toml[at] == '#') return true;
    if (toml[at] != '"' && toml[at] != '\'') continue;
    const char quote = toml[at];
    const std::string three(3, quote);
    const std::string closing = toml.substr(at).starts_with(three) ? three : three.substr(0, 1);
    for (at += closing.size(); at < toml.size() && !toml.substr(at).starts_with(closing); ++at) {
      if (quote == '"' && toml[at] == '\\') ++at;
    }
    at += closing.size() - 1;
  }
  return false;
}

}  // namespace sanaq::settings
