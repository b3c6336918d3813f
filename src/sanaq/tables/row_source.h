// The rows of a list, whatever file they come from.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "sanaq/tables/csv.h"
#include "sanaq/tables/sheet_notes.h"

namespace sanaq::tables {

class RowSource {
 public:
  virtual ~RowSource() = default;
  // Puts the next row's cells into `cells`, valid until release(); returns false at the end.
  virtual bool next(std::vector<std::string_view>& cells) = 0;
  // The number of the last row read, as a spreadsheet counts, from 1.
  [[nodiscard]] virtual std::int64_t row() const = 0;
  [[nodiscard]] virtual std::int64_t done() const = 0;  // of total()
  [[nodiscard]] virtual std::int64_t total() const = 0;
  virtual void rewind() = 0;   // goes back to the first row; all earlier cells become invalid
  virtual void release() = 0;  // the cells read so far are no longer needed
  // Returns what the sheet shows besides its cells, complete when every row was read; nullptr for
  // plain text.
  [[nodiscard]] virtual const SheetNotes* notes() const { return nullptr; }
  // Returns the bytes that it keeps for the cells read since the last release().
  [[nodiscard]] virtual std::size_t kept_bytes() const { return 0; }
};

class CsvRows final : public RowSource {
 public:
  CsvRows(std::string_view text, char delimiter, std::string file)
      : text_(text),
        delimiter_(delimiter),
        file_(std::move(file)),
        reader_(text_, delimiter_, file_) {}
  bool next(std::vector<std::string_view>& cells) override { return reader_.next(cells); }
  [[nodiscard]] std::int64_t row() const override { return reader_.row(); }
  [[nodiscard]] std::int64_t done() const override {
    return static_cast<std::int64_t>(reader_.position());
  }
  [[nodiscard]] std::int64_t total() const override {
    return static_cast<std::int64_t>(text_.size());
  }
  void release() override { reader_.release(); }
  void rewind() override { reader_ = CsvReader(text_, delimiter_, file_); }

 private:
  std::string_view text_;
  char delimiter_;
  std::string file_;
  CsvReader reader_;
};

}  // namespace sanaq::tables
