// The text of a TOML file by the positions that toml++ gives: lines from 1, columns in letters.
#pragma once
#include <toml++/toml.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace sanaq::settings {

class TomlLines {
 public:
  // The text must outlive it.
  explicit TomlLines(std::string_view toml);

  [[nodiscard]] std::string_view text() const { return toml_; }
  // Offset of a position in bytes.
  [[nodiscard]] std::size_t offset(toml::source_position position) const;
  [[nodiscard]] std::string_view between(const toml::source_region& region) const;
  // Offsets of the first byte of a line, and of that behind its line end.
  [[nodiscard]] std::size_t begin_of(std::size_t line) const;
  [[nodiscard]] std::size_t end_of(std::size_t line) const;
  // A line without its line end.
  [[nodiscard]] std::string_view line(std::size_t line) const;
  [[nodiscard]] std::size_t count() const { return begins_.size(); }
  // "\r\n" if the first line ends so, otherwise "\n".
  [[nodiscard]] std::string_view line_end() const;

 private:
  std::string_view toml_;
  std::vector<std::size_t> begins_;  // of each line
};

// Whether a comment stands in this part of the text, outside of strings.
[[nodiscard]] bool has_comment(std::string_view toml);

}  // namespace sanaq::settings
