#include "sanaq/tables/mended_letters.h"

#include <algorithm>
#include <cstdint>

#include "sanaq/tables/csv.h"
#include "sanaq/tables/limits.h"
#include "sanaq/tables/text_arena.h"
#include "sanaq/text/encoding.h"
#include "sanaq/text/misread.h"
#include "sanaq/text/twice_encoded.h"

namespace sanaq::tables {
namespace {

using base::message;

// The row that holds the byte, as the reader of rows counts.
std::int64_t row_of(std::string_view text, std::size_t at, char delimiter,
                    const std::string& file) {
  CsvReader reader(text, delimiter, file);
  std::vector<std::string_view> cells;
  while (reader.position() <= at && reader.next(cells)) reader.release();
  return reader.row();
}

// The rows of a workbook whose letters were encoded twice, as they were meant.
class MendedRows final : public RowSource {
 public:
  MendedRows(std::unique_ptr<RowSource> rows, std::string encoding)
      : rows_(std::move(rows)), encoding_(std::move(encoding)) {}
  bool next(std::vector<std::string_view>& cells) override {
    if (!rows_->next(cells)) return false;
    for (std::string_view& cell : cells) {
      const std::string mended = text::mended_from(cell, encoding_);
      if (mended != cell) cell = arena_.keep(mended);
    }
    return true;
  }
  [[nodiscard]] std::int64_t row() const override { return rows_->row(); }
  [[nodiscard]] std::int64_t done() const override { return rows_->done(); }
  [[nodiscard]] std::int64_t total() const override { return rows_->total(); }
  void rewind() override {
    rows_->rewind();
    arena_.clear();
  }
  void release() override {
    rows_->release();
    arena_.clear();
  }
  [[nodiscard]] const SheetNotes* notes() const override { return rows_->notes(); }
  [[nodiscard]] std::size_t kept_bytes() const override {
    return rows_->kept_bytes() + arena_.kept_bytes();
  }

 private:
  std::unique_ptr<RowSource> rows_;
  std::string encoding_;
  TextArena arena_;
};

}  // namespace

namespace {

std::optional<std::string> once_encoded(std::string_view text, char delimiter,
                                        const std::string& file,
                                        std::vector<base::Message>& warnings) {
  std::optional<text::TwiceEncoded> mended = text::mend_twice_encoded(text);
  if (!mended) return std::nullopt;
  warnings.push_back(
      message("the letters of {} words were encoded twice: “{}” in row {} is read as “{}” (UTF-8 "
              "that was taken for {}); if that is wrong, save the list anew as CSV UTF-8",
              mended->words, mended->word, row_of(text, mended->at, delimiter, file),
              mended->mended_word, mended->encoding));
  if (mended->broken_words > 0) {
    warnings.push_back(message(
        "{} more words were encoded twice and lost bytes, so that they cannot be read, such "
        "as “{}” in row {}; save the list anew from the program in which it is whole",
        mended->broken_words, mended->broken_word,
        row_of(text, mended->broken_at, delimiter, file)));
  }
  return std::move(mended->text);
}

std::optional<std::string> read_rightly(std::string_view text, char delimiter,
                                        const std::string& file,
                                        std::vector<base::Message>& warnings) {
  std::optional<text::Misread> mended = text::mend_misread(text);
  if (!mended) return std::nullopt;
  warnings.push_back(
      message("{} words make no sense as they stand: “{}” in row {} is read as “{}” ({} that was "
              "taken for {}); if that is wrong, save the list anew as CSV UTF-8",
              mended->words, mended->word, row_of(text, mended->at, delimiter, file),
              mended->mended_word, mended->encoding, mended->taken_for));
  return std::move(mended->text);
}

}  // namespace

std::optional<std::string> mended_text(std::string_view text, char delimiter,
                                       const std::string& file,
                                       std::vector<base::Message>& warnings) {
  if (auto mended = once_encoded(text, delimiter, file, warnings)) return mended;
  return read_rightly(text, delimiter, file, warnings);
}

std::unique_ptr<RowSource> mended_rows(std::unique_ptr<RowSource> rows,
                                       std::vector<base::Message>& warnings) {
  std::string first;
  std::vector<std::string_view> cells;
  for (std::size_t row = 0; row < sampled_rows && first.size() < sampled_bytes; ++row) {
    if (!rows->next(cells)) break;
    for (const std::string_view cell : cells) (first += cell) += '\n';
    rows->release();
  }
  rows->rewind();
  if (!text::is_valid_utf8(first)) return rows;
  const std::optional<text::TwiceEncoded> mended = text::mend_twice_encoded(first);
  if (!mended) return rows;
  warnings.push_back(
      message("the letters of its words were encoded twice: “{}” is read as “{}” (UTF-8 that was "
              "taken for {}); if that is wrong, make the workbook anew from the list as it was",
              mended->word, mended->mended_word, mended->encoding));
  return std::make_unique<MendedRows>(std::move(rows), mended->encoding);
}

// Of a file in UTF-8 the lines that are not, and what they would be.
void tell_other_lines(std::string_view bytes, std::vector<base::Message>& warnings) {
  constexpr std::size_t bytes_max = std::size_t{1} << 16;
  std::string lines;
  for (std::size_t at = 0; at < bytes.size() && lines.size() < bytes_max;) {
    const std::size_t end = std::min(bytes.find_first_of("\r\n", at), bytes.size());
    const std::string_view line = bytes.substr(at, end - at);
    if (!text::is_valid_utf8(line)) (lines += line) += '\n';
    at = end + 1;
  }
  const text::EncodingGuess guess = text::guess_encoding(lines);
  if (guess.words == 0 || guess.odd_words > 0) return;
  warnings.push_back(message(
      "some of its lines are not in UTF-8 as the others are; in {} a word of theirs would be "
      "“{}”: save these rows anew in UTF-8",
      guess.encoding, guess.word));
}

}  // namespace sanaq::tables
