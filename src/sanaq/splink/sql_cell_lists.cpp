#include "sanaq/splink/sql_cell_lists.h"

#include <algorithm>

#include "sanaq/splink/limits.h"

namespace sanaq::splink {
namespace {

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

bool is_enclosed(std::string_view text, char open, char close) {
  return text.size() >= 2 && text.front() == open && text.back() == close;
}

// Reads "[...]" or "{...}" without its brackets, value by value.
class ValueReader {
 public:
  explicit ValueReader(std::string_view text) : text_(text) {}

  [[nodiscard]] bool is_at_end() {
    while (at_ < text_.size() && std::string_view(" \t\r\n").find(text_[at_]) != std::string::npos)
      ++at_;
    return at_ == text_.size();
  }
  // Up to `end` or the end of the text, which it passes.
  SqlValue next(char end) {
    if (is_at_end()) return {};
    const char quote = text_[at_];
    SqlValue value = quote == '\'' || quote == '"' ? quoted(quote) : bare(end);
    at_ = std::min(text_.find(end, at_), text_.size() - 1) + 1;
    return value;
  }

 private:
  SqlValue quoted(char quote) {
    std::string value;
    for (++at_; at_ < text_.size(); ++at_) {
      if (text_[at_] == '\\' && at_ + 1 < text_.size())
        ++at_;
      else if (text_[at_] == quote && (at_ + 1 == text_.size() || text_[at_ + 1] != quote))
        break;
      else if (text_[at_] == quote)
        ++at_;
      value += text_[at_];
    }
    ++at_;
    return value;
  }
  SqlValue bare(char end) {
    const std::string_view value =
        trimmed(text_.substr(at_, std::min(text_.find(end, at_), text_.size()) - at_));
    at_ += value.size();
    if (value.empty() || value == "NULL" || value == "null" || value == "None") return {};
    return std::string(value);
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

SqlList parted_by_bars(std::string_view text) {
  SqlList values;
  for (std::size_t from = 0; from <= text.size() && values.size() < list_values_max;) {
    const std::size_t bar = std::min(text.find('|', from), text.size());
    const std::string_view value = trimmed(text.substr(from, bar - from));
    if (!value.empty()) values.push_back(std::string(value));
    from = bar + 1;
  }
  return values;
}

}  // namespace

SqlList list_in_cell(std::string_view text) {
  text = trimmed(text);
  if (!is_enclosed(text, '[', ']')) return parted_by_bars(text);
  ValueReader reader(text.substr(1, text.size() - 2));
  SqlList values;
  while (!reader.is_at_end() && values.size() < list_values_max) values.push_back(reader.next(','));
  return values;
}

SqlValue field_in_cell(std::string_view text, std::string_view name) {
  text = trimmed(text);
  if (!is_enclosed(text, '{', '}')) return {};
  ValueReader reader(text.substr(1, text.size() - 2));
  while (!reader.is_at_end()) {
    const SqlValue key = reader.next(':');
    const SqlValue value = reader.next(',');
    const std::string* text_of_key = std::get_if<std::string>(&key);
    if (text_of_key != nullptr && *text_of_key == name) return value;
  }
  return {};
}

}  // namespace sanaq::splink
