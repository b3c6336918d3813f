#include "sanaq/settings/key_path.h"

#include <algorithm>

#include "sanaq/base/error.h"
#include "sanaq/base/toml_text.h"

namespace sanaq::settings {
namespace {

using base::message;

// The part that begins at `at`, which is then behind it.
std::string part_at(std::string_view text, std::size_t& at) {
  const char quote = at < text.size() ? text[at] : ' ';
  if (quote != '"' && quote != '\'') {
    const std::size_t end = std::min(text.find('.', at), text.size());
    const std::string part(text.substr(at, end - at));
    at = end;
    return part;
  }
  std::string part;
  for (++at; at < text.size() && text[at] != quote; ++at) {
    if (quote == '"' && text[at] == '\\' && at + 1 < text.size()) ++at;
    part += text[at];
  }
  if (at == text.size())
    throw base::Error(base::Kind::usage, message("{}: a quote in this key is not closed", text));
  ++at;
  return part;
}

bool needs_quotes(std::string_view part) {
  return part.empty() || part.front() == '"' || part.front() == '\'' ||
         part.find('.') != part.npos || std::any_of(part.begin(), part.end(), [](char letter) {
           return static_cast<unsigned char>(letter) <= 0x20;
         });
}

// As part_at() reads it: only the quote and the backslash are escaped.
std::string in_quotes(std::string_view part) {
  std::string text = "\"";
  for (const char letter : part) {
    if (letter == '"' || letter == '\\') text += '\\';
    text += letter;
  }
  return text + "\"";
}

}  // namespace

KeyPath key_path(std::string_view text) {
  KeyPath path;
  std::size_t at = 0;
  for (;;) {
    const std::size_t begin = at;
    path.push_back(part_at(text, at));
    const bool is_broken = at < text.size() && text[at] != '.';
    if (is_broken || at == begin) {
      throw base::Error(base::Kind::usage,
                        message("{}: this is no key; write it like this: link.threshold, "
                                "list.hospital.columns.name, table.\"claims.csv\".kind",
                                text));
    }
    if (at == text.size()) return path;
    ++at;
  }
}

std::string spelled(const KeyPath& path) {
  std::string text;
  for (const std::string& part : path)
    text += (text.empty() ? "" : ".") + (needs_quotes(part) ? in_quotes(part) : part);
  return text;
}

}  // namespace sanaq::settings
