// The rows of an Arrow table; the first is the header, made from the names of the columns.
#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/tables/arrow_abi.h"
#include "sanaq/tables/arrow_column.h"
#include "sanaq/tables/row_source.h"

namespace sanaq::tables {

// Holds the chunks of a stream until it is destroyed: they belong to whoever made the table, and
// nothing of them is copied but numbers and dates that become texts.
class ArrowRows final : public RowSource {
 public:
  // Takes the stream over and releases it, also if this throws. `table` names it. Throws
  // Error{bad_input} as ingest_arrow() says.
  ArrowRows(ArrowArrayStream* stream, std::string table);
  ~ArrowRows() override;
  ArrowRows(const ArrowRows&) = delete;
  ArrowRows& operator=(const ArrowRows&) = delete;

  bool next(std::vector<std::string_view>& cells) override;
  [[nodiscard]] std::int64_t row() const override { return row_; }
  [[nodiscard]] std::int64_t done() const override { return row_; }
  [[nodiscard]] std::int64_t total() const override { return rows_ + 1; }
  void rewind() override;
  void release() override { arena_.clear(); }
  [[nodiscard]] std::size_t kept_bytes() const override { return arena_.kept_bytes(); }

 private:
  class Stream;
  void read_schema(Stream& stream);
  void read_chunks(Stream& stream);

  std::string table_;
  ArrowSchema schema_{};
  std::vector<std::unique_ptr<ArrowColumn>> columns_;
  std::vector<ArrowArray> chunks_;
  std::int64_t rows_ = 0;  // under the header
  TextArena arena_;
  std::int64_t row_ = 0;           // of the last row read, from 1
  std::size_t chunk_ = 0;          // the chunk of the next row
  std::int64_t row_of_chunk_ = 0;  // within it
};

}  // namespace sanaq::tables
