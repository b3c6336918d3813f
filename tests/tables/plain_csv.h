// The slow twin of CsvReader: one letter at a time, one copied cell at a time.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sanaq::tables {

// None where a quote is never closed, or closes only rows below with text behind it.
inline std::optional<std::vector<std::vector<std::string>>> plain_csv(std::string_view text,
                                                                      char delimiter) {
  std::vector<std::vector<std::string>> rows;
  std::size_t at = 0;
  const auto is_end = [&](char letter) {
    return letter == delimiter || letter == '\n' || letter == '\r';
  };
  // Blanks, a whole quoted cell, blanks, and the cell's end; on one line, or behind a quoted cell.
  const auto is_quoted_behind_blanks = [&](bool follows_quoted) {
    std::size_t look = at;
    while (look < text.size() && text[look] == ' ') ++look;
    if (look == at || look == text.size() || text[look] != '"') return false;
    for (++look; look < text.size(); ++look) {
      if (!follows_quoted && (text[look] == '\n' || text[look] == '\r')) return false;
      if (text[look] != '"') continue;
      if (look + 1 < text.size() && text[look + 1] == '"') {
        ++look;
        continue;
      }
      for (++look; look < text.size() && text[look] == ' ';) ++look;
      return look == text.size() || is_end(text[look]);
    }
    return false;
  };
  while (at < text.size()) {
    rows.emplace_back();
    bool follows_quoted = false;
    for (bool is_row_done = false; !is_row_done;) {
      std::string cell;
      if (is_quoted_behind_blanks(follows_quoted)) at = text.find('"', at);
      follows_quoted = at < text.size() && text[at] == '"';
      if (at < text.size() && text[at] == '"') {
        bool is_closed = false;
        bool has_line_end = false;
        for (++at; at < text.size() && !is_closed; ++at) {
          if (text[at] != '"') {
            has_line_end = has_line_end || text[at] == '\n' || text[at] == '\r';
            cell += text[at];
          } else if (at + 1 < text.size() && text[at + 1] == '"') {
            cell += text[at++];
          } else {
            is_closed = true;
          }
        }
        if (!is_closed) return std::nullopt;
        for (; at < text.size() && !is_end(text[at]); ++at) {
          if (has_line_end && text[at] != ' ') return std::nullopt;
          cell += text[at];
        }
      } else {
        for (; at < text.size() && !is_end(text[at]); ++at) cell += text[at];
      }
      rows.back().push_back(cell);
      if (at < text.size() && text[at] == delimiter) {
        ++at;
      } else {
        is_row_done = true;
      }
    }
    if (at < text.size() && text[at] == '\r') ++at;
    if (at < text.size() && text[at] == '\n') ++at;
  }
  return rows;
}

}  // namespace sanaq::tables
