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
  // The next row's cells, valid until release(); false at the end.
  virtual bool next(std::vector<std::string_view>& cells) = 0;
  [[nodiscard]] virtual std::int64_t row()
      const = 0;  // of the last row given, as a spreadsheet counts, from 1
  [[nodiscard]] virtual std::int64_t done() const = 0;  // of total()
  [[nodiscard]] virtual std::int64_t total() const = 0;
  virtual void rewind() = 0;   // no cell given so far stays valid
  virtual void release() = 0;  // the cells given so far are no longer needed
  // What the sheet shows beside its cells; whole once every row was given. Null for plain text.
  [[nodiscard]] virtual const SheetNotes* notes() const { return nullptr; }
  // Bytes that it keeps for the cells given since the last release().
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
