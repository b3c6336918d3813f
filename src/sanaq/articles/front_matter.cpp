#include "sanaq/articles/front_matter.h"

#include <algorithm>
#include <optional>

namespace sanaq::articles {
namespace {

using base::message;

constexpr std::string_view fence = "---";

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blank = " \t\r";
  const std::size_t from = text.find_first_not_of(blank);
  if (from == text.npos) return {};
  return text.substr(from, text.find_last_not_of(blank) - from + 1);
}

// One line after the other, with its number.
class Lines {
 public:
  explicit Lines(std::string_view text) : rest_(text) {}
  [[nodiscard]] std::optional<std::string_view> next() {
    if (rest_.empty()) return std::nullopt;
    const std::size_t end = rest_.find('\n');
    const std::string_view line = rest_.substr(0, end);
    rest_ = end == rest_.npos ? std::string_view() : rest_.substr(end + 1);
    ++number_;
    return line;
  }
  [[nodiscard]] std::string_view rest() const { return rest_; }
  [[nodiscard]] std::int64_t number() const { return number_; }

 private:
  std::string_view rest_;
  std::int64_t number_ = 0;
};

struct Scalar {
  std::string text;
  std::string_view behind;  // what follows a quoted value
};

// A value in quotation marks; "\" stands before a mark that is meant. nullopt: it is not closed.
std::optional<Scalar> quoted(std::string_view text) {
  const char mark = text.front();
  Scalar out;
  for (std::size_t at = 1; at < text.size(); ++at) {
    if (text[at] == '\\' && mark == '"' && at + 1 < text.size()) {
      out.text += text[++at];
    } else if (text[at] == mark) {
      out.behind = trimmed(text.substr(at + 1));
      return out;
    } else {
      out.text += text[at];
    }
  }
  return std::nullopt;
}

bool is_quoted(std::string_view text) {
  return !text.empty() && (text.front() == '"' || text.front() == '\'');
}

// The comma that ends an item, outside quotation marks.
std::size_t end_of_item(std::string_view text) {
  char mark = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (mark != 0) {
      if (text[at] == '\\' && mark == '"') {
        ++at;
      } else if (text[at] == mark) {
        mark = 0;
      }
    } else if (text[at] == ',') {
      return at;
    } else if (is_quoted(text.substr(at)) && trimmed(text.substr(0, at)).empty()) {
      mark = text[at];
    }
  }
  return text.size();
}

std::string unquoted(std::string_view text) {
  if (is_quoted(text)) {
    const auto value = quoted(text);
    if (value && value->behind.empty()) return value->text;
  }
  return std::string(text);
}

bool is_key(std::string_view text) {
  return !text.empty() && text.size() <= 60 && text.find_first_of("\"'[]{}#,") == text.npos;
}

class Reader {
 public:
  Reader(FrontMatter& out, const std::string& file) : out_(out), file_(file) {}

  void line(std::string_view line, std::int64_t number) {
    const std::string_view text = trimmed(line);
    if (text.empty() || text.starts_with('#')) return;
    const bool is_item = text == "-" || text.starts_with("- ");
    if (is_item && !out_.entries.empty() && out_.entries.back().value.empty()) {
      FrontEntry& list = out_.entries.back();
      list.is_list = true;
      std::string item = unquoted(trimmed(text.substr(1)));
      if (!item.empty()) list.items.push_back(std::move(item));
      return;
    }
    const std::size_t at = text.find_first_of(":=");
    const std::string_view key = trimmed(text.substr(0, at));
    if (at == text.npos || !is_key(key)) {
      out_.wrong.push_back(message(
          "{}:{}: this line is not  key: value; write it so, or take it away", file_, number));
      return;
    }
    FrontEntry entry{std::string(key), {}};
    entry.line = number;
    value(trimmed(text.substr(at + 1)), entry);
    out_.entries.push_back(std::move(entry));
  }

 private:
  void value(std::string_view text, FrontEntry& entry) {
    if (text.starts_with('[')) {
      entry.is_list = true;
      entry.items = items_of(text);
      if (!text.ends_with(']'))
        out_.wrong.push_back(message(
            "{}:{}: a list begins with [ and does not end with ] on this line", file_, entry.line));
      return;
    }
    entry.value = std::string(text);
    if (!is_quoted(text)) return;
    const auto in_marks = quoted(text);
    if (in_marks && (in_marks->behind.empty() || in_marks->behind.starts_with('#'))) {
      entry.value = in_marks->text;
    } else {
      out_.wrong.push_back(message("{}:{}: the value does not end where its quotation mark does",
                                   file_, entry.line));
    }
  }

  FrontMatter& out_;
  const std::string& file_;
};

}  // namespace

std::vector<std::string> items_of(std::string_view text) {
  if (text.starts_with('[') && text.ends_with(']') && text.size() > 1)
    text = text.substr(1, text.size() - 2);
  std::vector<std::string> items;
  while (!text.empty()) {
    const std::size_t end = end_of_item(text);
    std::string item = unquoted(trimmed(text.substr(0, end)));
    if (!item.empty()) items.push_back(std::move(item));
    text = end < text.size() ? text.substr(end + 1) : std::string_view();
  }
  return items;
}

FrontMatter read_front_matter(std::string_view text, const std::string& file) {
  FrontMatter out;
  out.body = text;
  Lines lines(text);
  const auto first = lines.next();
  if (!first || trimmed(*first) != fence) return out;
  out.is_there = true;
  Reader reader(out, file);
  while (const auto line = lines.next()) {
    if (trimmed(*line) == fence) {
      out.body = lines.rest();
      out.body_line = lines.number() + 1;
      return out;
    }
    reader.line(*line, lines.number());
  }
  out.body = {};
  out.body_line = lines.number();
  out.wrong = {message("{}:1: the front matter has no end; put a line --- behind it", file)};
  return out;
}

}  // namespace sanaq::articles
