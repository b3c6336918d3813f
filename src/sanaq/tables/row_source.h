// The rows of a list, whatever file they come from.
#pragma once
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "sanaq/tables/csv.h"
#include "sanaq/tables/spreadsheet.h"

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
  virtual void rewind() = 0;
  virtual void release() = 0;  // the cells given so far are no longer needed
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

class SheetRows final : public RowSource {
 public:
  explicit SheetRows(Sheet sheet) : sheet_(std::move(sheet)) {}
  bool next(std::vector<std::string_view>& cells) override {
    if (at_ == sheet_.rows.size()) return false;
    cells.assign(sheet_.rows[at_].begin(), sheet_.rows[at_].end());
    ++at_;
    return true;
  }
  [[nodiscard]] std::int64_t row() const override { return static_cast<std::int64_t>(at_); }
  [[nodiscard]] std::int64_t done() const override { return row(); }
  [[nodiscard]] std::int64_t total() const override {
    return static_cast<std::int64_t>(sheet_.rows.size());
  }
  void rewind() override { at_ = 0; }
  void release() override {}

 private:
  Sheet sheet_;
  std::size_t at_ = 0;
};

}  // namespace sanaq::tables
