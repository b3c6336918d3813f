#include "sanaq/splink/sql_lists.h"

#include <algorithm>
#include <cmath>
#include <unordered_set>

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

SqlValue most(std::span<const SqlValue> values, int sign) {
  SqlValue best;
  for (const SqlValue& value : values) {
    if (is_null(value)) continue;
    if (is_null(best) || compare(value, best).value_or(0) * sign > 0) best = value;
  }
  return best;
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
    if (as_text(key) == name) return value;
  }
  return {};
}

SqlList common_values(const SqlList& left, const SqlList& right) {
  std::unordered_set<std::string> among;
  for (const SqlValue& value : right) {
    if (const auto text = as_text(value)) among.insert(*text);
  }
  SqlList common;
  for (const SqlValue& value : left) {
    const auto text = as_text(value);
    if (text && among.erase(*text) > 0) common.push_back(value);
  }
  return common;
}

SqlValue least_value(std::span<const SqlValue> values) { return most(values, -1); }
SqlValue largest_value(std::span<const SqlValue> values) { return most(values, 1); }

SqlValue value_at(const SqlList& list, double place) {
  const auto size = static_cast<double>(list.size());
  if (place < 0) place += size + 1;
  if (!(place >= 1 && place <= size)) return {};
  return list[static_cast<std::size_t>(place) - 1];
}

SqlList flattened(const SqlList& lists) {
  SqlList flat;
  for (const SqlValue& value : lists) {
    if (const auto list = as_list(value)) flat.insert(flat.end(), list->begin(), list->end());
  }
  return flat;
}

std::optional<double> cosine_similarity(const SqlList& left, const SqlList& right) {
  if (left.size() != right.size()) return std::nullopt;
  double product = 0, left_square = 0, right_square = 0;
  for (std::size_t at = 0; at < left.size(); ++at) {
    const auto a = as_number(left[at]), b = as_number(right[at]);
    if (!a || !b) return std::nullopt;
    product += *a * *b;
    left_square += *a * *a;
    right_square += *b * *b;
  }
  const double similarity = product / std::sqrt(left_square * right_square);
  return std::isnan(similarity) ? similarity : std::clamp(similarity, -1.0, 1.0);
}

}  // namespace sanaq::splink
