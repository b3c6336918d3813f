// What stands between two lines `---` at the beginning of an article: keys and their values.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/base/message.h"

namespace sanaq::articles {

struct FrontEntry {
  std::string key;    // as it was written
  std::string value;  // without its quotation marks; of a list empty
  std::vector<std::string> items = {};
  bool is_list = false;
  std::int64_t line = 0;  // from 1
};

struct FrontMatter {
  bool is_there = false;
  std::vector<FrontEntry> entries;
  std::string_view body;             // of the text that was read
  std::int64_t body_line = 1;        // in which the body begins
  std::vector<base::Message> wrong;  // lines that cannot be read: FILE:LINE: why
};

// Reads `key: value` and `key = value`; lists as [a, "b, c"] or as lines `- a` below a key; lines
// that begin with # are remarks. `text` is UTF-8 without a byte-order mark; `file` is named in
// sentences.
[[nodiscard]] FrontMatter read_front_matter(std::string_view text, const std::string& file);

// Returns the items of "a, b" and of "[a, b]".
[[nodiscard]] std::vector<std::string> items_of(std::string_view text);

}  // namespace sanaq::articles
