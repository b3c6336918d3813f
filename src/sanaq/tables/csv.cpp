#include "sanaq/tables/csv.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

#include "sanaq/base/error.h"
#include "sanaq/tables/limits.h"

namespace sanaq::tables {
namespace {

using base::Error;
using base::Kind;
using base::message;

bool ends_line(char letter) { return letter == '\n' || letter == '\r'; }

constexpr std::uint64_t ones = 0x0101010101010101ULL;
constexpr std::uint64_t tops = 0x8080808080808080ULL;

// Tops of the bytes of `word` that are zero; those above the lowest one may be wrong (Mycroft
// 1987), and only that is asked for.
constexpr std::uint64_t zero_bytes(std::uint64_t word) { return (word - ones) & ~word & tops; }

std::uint64_t eight_bytes(const char* at) {
  std::uint64_t word = 0;
  for (unsigned byte = 0; byte < 8; ++byte)
    word |= std::uint64_t{static_cast<unsigned char>(at[byte])} << (8 * byte);
  return word;
}

// Where the cell that is at `at` ends: at the delimiter, a line end or the end of the text. Eight
// bytes at a time.
std::size_t end_of_cell(std::string_view text, std::size_t at, char delimiter) {
  const std::uint64_t delimiters = ones * static_cast<unsigned char>(delimiter);
  for (; at + 8 <= text.size(); at += 8) {
    const std::uint64_t word = eight_bytes(text.data() + at);
    const std::uint64_t found = zero_bytes(word ^ delimiters) | zero_bytes(word ^ (ones * '\n')) |
                                zero_bytes(word ^ (ones * '\r'));
    if (found != 0) return at + static_cast<std::size_t>(__builtin_ctzll(found)) / 8;
  }
  while (at < text.size() && text[at] != delimiter && !ends_line(text[at])) ++at;
  return at;
}

// How many of `delimiter` stand outside quotes on each of the first lines.
std::vector<int> counts_by_line(std::string_view text, char delimiter) {
  std::vector<int> counts(1, 0);
  bool is_quoted = false;
  for (const char letter : text) {
    if (letter == '"') is_quoted = !is_quoted;
    if (is_quoted) continue;
    if (letter == delimiter) ++counts.back();
    if (letter == '\n') {
      if (counts.size() == 30) break;
      counts.push_back(0);
    }
  }
  if (counts.size() > 1 && counts.back() == 0) counts.pop_back();
  return counts;
}

}  // namespace

char sniff_delimiter(std::string_view text) {
  // The last two are rare, and stand in cells as well: they part cells only where nothing else
  // does.
  static constexpr std::array<char, 6> candidates = {',', ';', '\t', '|', '^', '~'};
  char best = ',';
  double best_score = 0;
  for (const char candidate : candidates) {
    const bool is_rare = candidate == '^' || candidate == '~';
    if (is_rare && best_score > 0) break;
    std::vector<int> counts = counts_by_line(text.substr(0, 1 << 16), candidate);
    std::vector<int> sorted = counts;
    std::sort(sorted.begin(), sorted.end());
    const int median = sorted[sorted.size() / 2];
    if (median == 0) continue;
    const auto agreeing = static_cast<double>(std::count(counts.begin(), counts.end(), median));
    const double score = agreeing / static_cast<double>(counts.size()) + 0.001 * median;
    if (score > best_score) {
      best = candidate;
      best_score = score;
    }
  }
  return best;
}

CsvReader::CsvReader(std::string_view text, char delimiter, std::string file)
    : text_(text), delimiter_(delimiter), file_(std::move(file)) {}

bool CsvReader::next(std::vector<std::string_view>& cells) {
  cells.clear();
  if (at_ >= text_.size()) return false;
  ++row_;
  bool is_quoted = false;
  while (true) {
    if (at_ < text_.size() && text_[at_] == ' ') at_ = cell_behind_blanks(is_quoted);
    is_quoted = at_ < text_.size() && text_[at_] == '"';
    if (is_quoted) {
      cells.push_back(quoted_cell());
    } else {
      const std::size_t start = at_;
      at_ = end_of_cell(text_, at_, delimiter_);
      cells.push_back(text_.substr(start, at_ - start));
      if (at_ - start > cell_bytes_max) {
        throw Error(Kind::bad_input,
                    message("{}: row {}: a cell has more than a million bytes; this is not a table "
                            "of cells, or its line ends are lost",
                            file_, row_));
      }
    }
    if (at_ >= text_.size()) return true;
    if (cells.size() > columns_max) {
      throw Error(Kind::bad_input, message("{}: row {}: a row has more than {} cells; this is not "
                                           "a table, or its line ends are lost",
                                           file_, row_, columns_max));
    }
    if (text_[at_] != delimiter_) break;
    ++at_;
    if (at_ == text_.size()) {
      cells.push_back({});
      return true;
    }
  }
  skip_line_end();
  return true;
}

void CsvReader::skip_line_end() {
  if (text_[at_] == '\r') ++at_;
  if (at_ < text_.size() && text_[at_] == '\n') ++at_;
}

void CsvReader::unclosed_quote() const {
  throw Error(Kind::bad_input,
              message("{}: row {}: a quotation mark opens a cell and is never closed; close it, or "
                      "double it where it belongs to the text",
                      file_, row_));
}

// Where the cell that begins with blanks begins in truth: at the quotation mark behind them, if the
// mark that closes it ends the cell ("a", "b, c"); else with the blanks. Beyond its line it is
// followed only where the cell before it was quoted.
std::size_t CsvReader::cell_behind_blanks(bool follows_quoted) const {
  const std::size_t start = std::min(text_.find_first_not_of(' ', at_), text_.size());
  if (start == text_.size() || text_[start] != '"') return at_;
  std::size_t end = start + 1;
  for (;; end += 2) {
    end = text_.substr(0, start + cell_bytes_max).find('"', end);
    if (end == text_.npos) return at_;
    if (end + 1 == text_.size() || text_[end + 1] != '"') break;
  }
  const std::size_t behind = std::min(text_.find_first_not_of(' ', end + 1), text_.size());
  if (behind < text_.size() && text_[behind] != delimiter_ && !ends_line(text_[behind])) return at_;
  const std::string_view inside = text_.substr(start, end - start);
  return follows_quoted || inside.find_first_of("\r\n") == inside.npos ? start : at_;
}

std::string_view CsvReader::quoted_cell() {
  const std::size_t start = ++at_;
  std::size_t doubled = 0;
  while (true) {
    const void* found =
        at_ < text_.size() ? std::memchr(text_.data() + at_, '"', text_.size() - at_) : nullptr;
    const std::size_t quote =
        found == nullptr ? text_.size()
                         : static_cast<std::size_t>(static_cast<const char*>(found) - text_.data());
    if (found == nullptr || quote - start > cell_bytes_max) {
      unclosed_quote();
    }
    at_ = quote + 1;
    if (at_ >= text_.size() || text_[at_] != '"') break;
    ++doubled;
    ++at_;
  }
  const std::string_view raw = text_.substr(start, at_ - start - 1);
  // Text behind a closing quote ("Ali" Khan) belongs to the cell, as spreadsheets read it.
  const std::size_t tail = at_;
  at_ = end_of_cell(text_, at_, delimiter_);
  if (doubled == 0 && at_ == tail) return raw;
  // A quote that was forgotten closes at the next cell's opening one, lines below, and would
  // swallow the rows between.
  const std::string_view behind = text_.substr(tail, at_ - tail);
  const bool swallows_rows =
      raw.find_first_of("\r\n") != raw.npos && behind.find_first_not_of(' ') != behind.npos;
  if (swallows_rows || behind.size() > cell_bytes_max) unclosed_quote();
  if (unescaped_used_ == unescaped_.size()) unescaped_.emplace_back();
  std::string& cell = unescaped_[unescaped_used_++];
  cell.clear();
  for (std::size_t at = 0; at < raw.size(); ++at) {
    cell += raw[at];
    if (raw[at] == '"') ++at;
  }
  return cell += behind;
}

}  // namespace sanaq::tables
