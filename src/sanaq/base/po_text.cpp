#include "sanaq/base/po_text.h"

#include <optional>

#include "sanaq/base/error.h"
#include "sanaq/base/utf8_letter.h"

namespace sanaq::base {
namespace {

bool is_utf8(std::string_view text) {
  while (!text.empty()) {
    const Utf8Letter letter = first_letter(text);
    if (!letter.is_whole) return false;
    text.remove_prefix(letter.size);
  }
  return true;
}

std::string_view without_spaces(std::string_view line) {
  constexpr std::string_view spaces = " \t\r";
  const std::size_t from = line.find_first_not_of(spaces);
  if (from == line.npos) return {};
  return line.substr(from, line.find_last_not_of(spaces) - from + 1);
}

// The text between the quotes; nullopt if it is not closed or has an unknown escape.
std::optional<std::string> quoted(std::string_view part) {
  if (part.size() < 2 || part.front() != '"' || part.back() != '"') return std::nullopt;
  std::string text;
  for (std::size_t at = 1; at + 1 < part.size(); ++at) {
    if (part[at] == '"') return std::nullopt;
    if (part[at] != '\\') {
      text += part[at];
      continue;
    }
    if (++at + 1 >= part.size()) return std::nullopt;
    constexpr std::string_view escapes = "nt\\\"r", meant = "\n\t\\\"\r";
    const std::size_t which = escapes.find(part[at]);
    if (which == escapes.npos) return std::nullopt;
    text += meant[which];
  }
  return text;
}

class PoReader {
 public:
  explicit PoReader(const std::string& file) : file_(file) {}

  void read_line(std::string_view line) {
    ++line_;
    line = without_spaces(line);
    if (line.empty()) return;
    if (line.front() == '#') {
      read_comment(line);
    } else if (line.front() == '"') {
      if (into_ == nullptr) refuse();
      *into_ += text_of(line);
    } else {
      read_keyword(line);
    }
  }

  std::vector<PoEntry> finished() {
    close();
    return std::move(all_);
  }

 private:
  [[noreturn]] void refuse() const {
    throw Error(Kind::bad_input,
                message("{}, line {}: this is no line of a catalogue of translations; write msgid "
                        "\"…\" and below it msgstr \"…\"",
                        file_, line_));
  }

  [[nodiscard]] std::string text_of(std::string_view part) const {
    auto text = quoted(without_spaces(part));
    if (!text) refuse();
    return std::move(*text);
  }

  // A comment stands before its entry, so that one after a msgstr begins the next.
  void read_comment(std::string_view line) {
    if (line.starts_with("#~")) return;
    if (has_forms_) close();
    if (line.starts_with("#.")) next_.remarks.emplace_back(without_spaces(line.substr(2)));
    if (line.starts_with("#,") && line.find("fuzzy") != line.npos) next_.is_fuzzy = true;
  }

  void read_keyword(std::string_view line) {
    const std::size_t quote = line.find('"');
    if (quote == line.npos) refuse();
    const std::string_view keyword = without_spaces(line.substr(0, quote));
    if (keyword == "msgctxt" || keyword == "msgid") {
      if (has_forms_) close();
      into_ = keyword == "msgctxt" ? &next_.context : &next_.id;
      if (keyword == "msgid") {
        if (next_.line > 0) refuse();
        next_.line = line_;
      }
    } else if (next_.line == 0) {
      refuse();
    } else if (keyword == "msgid_plural") {
      into_ = &next_.plural;
    } else if (keyword == "msgstr" || (keyword.starts_with("msgstr[") && keyword.ends_with("]"))) {
      has_forms_ = true;
      next_.forms.emplace_back();
      into_ = &next_.forms.back();
    } else {
      refuse();
    }
    *into_ = text_of(line.substr(quote));
  }

  void close() {
    if (next_.line > 0 && !has_forms_) refuse();
    if (next_.line > 0 && !(next_.id.empty() && next_.context.empty()))
      all_.push_back(std::move(next_));
    next_ = {};
    has_forms_ = false;
    into_ = nullptr;
  }

  const std::string& file_;
  std::size_t line_ = 0;
  std::vector<PoEntry> all_;
  PoEntry next_;
  bool has_forms_ = false;
  std::string* into_ = nullptr;
};

}  // namespace

std::vector<PoEntry> read_po(std::string_view text, const std::string& file) {
  if (!is_utf8(text))
    throw Error(Kind::bad_input,
                message("{}: this catalogue is not in UTF-8; save it as UTF-8", file));
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  PoReader reader(file);
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    reader.read_line(text.substr(0, end));
    text.remove_prefix(end == text.npos ? text.size() : end + 1);
  }
  return reader.finished();
}

std::string po_string(std::string_view text) {
  std::string out = "\"";
  for (const char letter : text) {
    switch (letter) {
      case '\n':
        out += "\\n";
        break;
      case '\t':
        out += "\\t";
        break;
      case '\r':
        out += "\\r";
        break;
      case '"':
      case '\\':
        out += '\\';
        [[fallthrough]];
      default:
        out += letter;
    }
  }
  return out + "\"";
}

}  // namespace sanaq::base
