#include "sanaq/tables/arrow_rows.h"

#include <set>
#include <utility>

#include "sanaq/base/error.h"
#include "sanaq/tables/limits.h"

namespace sanaq::tables {

using base::Error;
using base::Kind;
using base::message;

// Releases the stream at its end.
class ArrowRows::Stream {
 public:
  Stream(ArrowArrayStream* stream, const std::string& table) : table_(table) {
    if (stream == nullptr || stream->release == nullptr)
      throw Error(Kind::bad_input,
                  message("{}: this table was handed over before and cannot be read again", table));
    stream_ = *stream;
    stream->release = nullptr;  // it is ours now
  }
  ~Stream() { stream_.release(&stream_); }
  Stream(const Stream&) = delete;
  Stream& operator=(const Stream&) = delete;

  void schema(ArrowSchema& out) { expect(stream_.get_schema(&stream_, &out)); }
  // Returns false at the end.
  bool next(ArrowArray& out) {
    expect(stream_.get_next(&stream_, &out));
    return out.release != nullptr;
  }

 private:
  void expect(int failure) {
    if (failure == 0) return;
    const char* const why = stream_.get_last_error(&stream_);
    throw Error(Kind::bad_input, message("{}: whoever hands this table over says: {}", table_,
                                         why == nullptr ? "" : why));
  }

  ArrowArrayStream stream_{};
  const std::string& table_;
};

ArrowRows::ArrowRows(ArrowArrayStream* stream, std::string table) : table_(std::move(table)) {
  Stream taken(stream, table_);
  try {
    read_schema(taken);
    read_chunks(taken);
  } catch (...) {
    for (ArrowArray& chunk : chunks_) chunk.release(&chunk);
    if (schema_.release != nullptr) schema_.release(&schema_);
    throw;
  }
}

ArrowRows::~ArrowRows() {
  for (ArrowArray& chunk : chunks_) chunk.release(&chunk);
  schema_.release(&schema_);
}

void ArrowRows::read_schema(Stream& stream) {
  stream.schema(schema_);
  if (std::string_view(schema_.format) != "+s" || schema_.n_children == 0)
    throw Error(Kind::bad_input, message("{}: this table has no columns", table_));
  if (static_cast<std::size_t>(schema_.n_children) > columns_max)
    throw Error(Kind::bad_input,
                message("{}: more columns than a spreadsheet has; take out those that say nothing "
                        "about persons",
                        table_));
  std::set<std::string_view> names;
  for (std::int64_t at = 0; at < schema_.n_children; ++at) {
    const ArrowSchema& column = *schema_.children[at];
    const std::string_view name = column.name == nullptr ? "" : column.name;
    if (!name.empty() && !names.insert(name).second)
      throw Error(Kind::bad_input,
                  message("{}: two columns are called {}; rename one", table_, name));
    columns_.push_back(arrow_column(column));
  }
}

void ArrowRows::read_chunks(Stream& stream) {
  constexpr std::int64_t rows_max = std::int64_t{1} << 31;
  ArrowArray chunk{};
  while (stream.next(chunk)) {
    chunks_.push_back(chunk);
    rows_ += chunk.length;
    if (rows_ > rows_max)
      throw Error(Kind::bad_input,
                  message("{}: more rows than 2^31; hand over a part of the table", table_));
    chunk = {};
  }
  if (rows_ == 0) throw Error(Kind::bad_input, message("{}: this table has no rows", table_));
}

bool ArrowRows::next(std::vector<std::string_view>& cells) {
  cells.clear();
  if (row_ == 0) {
    for (std::int64_t at = 0; at < schema_.n_children; ++at) {
      const char* const name = schema_.children[at]->name;
      cells.push_back(name == nullptr ? "" : name);
    }
    ++row_;
    return true;
  }
  while (chunk_ < chunks_.size() && row_of_chunk_ == chunks_[chunk_].length) {
    ++chunk_;
    row_of_chunk_ = 0;
  }
  if (chunk_ == chunks_.size()) return false;
  const ArrowArray& chunk = chunks_[chunk_];
  for (std::size_t at = 0; at < columns_.size(); ++at) {
    const ArrowArray& column = *chunk.children[at];
    cells.push_back(
        columns_[at]->cell(column, chunk.offset + column.offset + row_of_chunk_, arena_));
  }
  ++row_of_chunk_;
  ++row_;
  return true;
}

void ArrowRows::rewind() {
  arena_.clear();
  row_ = 0;
  chunk_ = 0;
  row_of_chunk_ = 0;
}

}  // namespace sanaq::tables
