// Reads CSV and similar formats, as RFC 4180 defines them and as people write them.
#pragma once
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace sanaq::tables {

// Returns the delimiter of the cells, one of , ; tab |: the one whose number agrees best over the
// first rows, outside quotes.
[[nodiscard]] char sniff_delimiter(std::string_view text);

// Reads the rows of a text, which must outlive it. Cells are views into the text, or into the
// reader if quotes were doubled.
class CsvReader {
 public:
  CsvReader(std::string_view text, char delimiter, std::string file);

  // Puts the next row's cells into `cells`, and returns false at the end. A row is a record: a
  // quoted cell may contain line ends, and blanks before the quotation mark of a quoted cell are
  // not part of it. Views are valid until the next call. Throws Error{bad_input}, naming the row,
  // for an unclosed quote, a cell beyond cell_bytes_max or a row beyond columns_max (limits.h).
  bool next(std::vector<std::string_view>& cells);
  void release() { unescaped_used_ = 0; }  // the cells given so far are no longer needed
  [[nodiscard]] std::int64_t row() const { return row_; }     // of the last row read, from 1
  [[nodiscard]] std::size_t position() const { return at_; }  // bytes read so far

 private:
  std::string_view quoted_cell();
  [[nodiscard]] std::size_t cell_behind_blanks(bool follows_quoted) const;
  void skip_line_end();
  [[noreturn]] void unclosed_quote() const;

  std::string_view text_;
  char delimiter_;
  std::string file_;
  std::size_t at_ = 0;
  std::int64_t row_ = 0;
  std::deque<std::string>
      unescaped_;  // a deque: growing it moves no string that a cell points into
  std::size_t unescaped_used_ = 0;
};

}  // namespace sanaq::tables
