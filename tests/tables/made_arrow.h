// Arrow tables made by hand, as another program would hand them over.
#pragma once
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "sanaq/tables/arrow_abi.h"

namespace sanaq::tables::made {

using Cells = std::vector<std::optional<std::string>>;

// Everything that arrays and schemas of one table point to.
struct Kept {
  std::deque<std::string> bytes;
  std::deque<std::vector<const void*>> buffers;
  std::deque<ArrowArray> arrays;
  std::deque<std::vector<ArrowArray*>> array_children;
  std::deque<ArrowSchema> schemas;
  std::deque<std::vector<ArrowSchema*>> schema_children;
  int released = 0;
};

template <typename Value>
std::string bytes_of(const std::vector<Value>& values) {
  std::string bytes(values.size() * sizeof(Value) + 1, '\0');
  if (!values.empty()) std::memcpy(bytes.data(), values.data(), values.size() * sizeof(Value));
  return bytes;
}

inline std::string bits_of(const std::vector<bool>& bits) {
  std::string bytes(bits.size() / 8 + 1, '\0');
  for (std::size_t at = 0; at < bits.size(); ++at) {
    if (bits[at]) bytes[at / 8] = static_cast<char>(bytes[at / 8] | (1 << (at % 8)));
  }
  return bytes;
}

// One column: its type, and how its array is made from a part of the rows.
struct Column {
  std::string name, format;
  std::string dictionary_format = {};
  std::function<ArrowArray(Kept&, std::size_t begin, std::size_t end)> array;
};

inline ArrowArray array_of(Kept& kept, std::size_t length, std::int64_t offset,
                           std::vector<std::string> buffers, bool has_nulls) {
  std::vector<const void*> pointers;
  for (std::string& buffer : buffers) {
    kept.bytes.push_back(std::move(buffer));
    pointers.push_back(kept.bytes.back().data());
  }
  if (!has_nulls && !pointers.empty()) pointers[0] = nullptr;
  kept.buffers.push_back(std::move(pointers));
  ArrowArray array{};
  array.length = static_cast<std::int64_t>(length);
  array.null_count = has_nulls ? -1 : 0;
  array.offset = offset;
  array.n_buffers = static_cast<std::int64_t>(kept.buffers.back().size());
  array.buffers = kept.buffers.back().data();
  return array;
}

// utf8 ("u"), large_utf8 ("U") or utf8_view ("vu"). Two cells of another table stand before the
// slice, so that offsets matter.
inline ArrowArray text_array(Kept& kept, const std::string& format, Cells cells) {
  cells.insert(cells.begin(), {std::string("before"), std::nullopt});
  std::vector<bool> valid;
  std::vector<std::int32_t> short_ends = {0};
  std::vector<std::int64_t> long_ends = {0};
  std::string joined, views;
  for (const auto& cell : cells) {
    valid.push_back(cell.has_value());
    const std::string text = cell.value_or("");
    std::string view(16, '\0');
    const auto size = static_cast<std::int32_t>(text.size());
    std::memcpy(view.data(), &size, 4);
    if (size <= 12) {
      std::memcpy(view.data() + 4, text.data(), text.size());
    } else {
      std::memcpy(view.data() + 4, text.data(), 4);
      const auto at = static_cast<std::int32_t>(joined.size());
      std::memcpy(view.data() + 12, &at, 4);
    }
    views += view;
    joined += text;
    short_ends.push_back(static_cast<std::int32_t>(joined.size()));
    long_ends.push_back(static_cast<std::int64_t>(joined.size()));
  }
  const std::size_t length = cells.size() - 2;
  if (format == "vu")
    return array_of(kept, length, 2,
                    {bits_of(valid), views, joined,
                     bytes_of(std::vector<std::int64_t>{static_cast<std::int64_t>(joined.size())})},
                    true);
  return array_of(
      kept, length, 2,
      {bits_of(valid), format == "u" ? bytes_of(short_ends) : bytes_of(long_ends), joined}, true);
}

inline Column texts(std::string name, Cells cells, std::string format = "u") {
  return {std::move(name),
          format,
          {},
          [cells = std::move(cells), format](Kept& kept, std::size_t begin, std::size_t end) {
            const auto at = [&](std::size_t row) {
              return cells.begin() + static_cast<std::ptrdiff_t>(row);
            };
            return text_array(kept, format, Cells(at(begin), at(end)));
          }};
}

// The same as a dictionary; a null is a null index.
inline Column coded(std::string name, Cells cells) {
  return {
      std::move(name), "i", "u",
      [cells = std::move(cells)](Kept& kept, std::size_t begin, std::size_t end) {
        Cells distinct;
        std::vector<std::int32_t> codes;
        std::vector<bool> valid;
        for (std::size_t row = begin; row < end; ++row) {
          std::size_t code = 0;
          while (code < distinct.size() && distinct[code] != cells[row]) ++code;
          if (code == distinct.size()) distinct.push_back(cells[row]);
          codes.push_back(static_cast<std::int32_t>(code));
          valid.push_back(cells[row].has_value());
        }
        ArrowArray array = array_of(kept, end - begin, 0, {bits_of(valid), bytes_of(codes)}, true);
        kept.arrays.push_back(text_array(kept, "u", distinct));
        array.dictionary = &kept.arrays.back();
        return array;
      }};
}

template <typename Value>
Column numbers(std::string name, std::string format, std::vector<std::optional<Value>> cells) {
  return {std::move(name),
          std::move(format),
          {},
          [cells = std::move(cells)](Kept& kept, std::size_t begin, std::size_t end) {
            std::vector<Value> values;
            std::vector<bool> valid;
            for (std::size_t row = begin; row < end; ++row) {
              values.push_back(cells[row].value_or(Value{}));
              valid.push_back(cells[row].has_value());
            }
            return array_of(kept, end - begin, 0, {bits_of(valid), bytes_of(values)}, true);
          }};
}

// A stream of the columns in chunks of so many rows. `kept` outlives it and counts releases.
class Stream {
 public:
  Stream(std::vector<Column> columns, std::size_t rows, std::size_t chunk_rows, Kept& kept,
         std::size_t fails_at = static_cast<std::size_t>(-1))
      : columns_(std::move(columns)),
        rows_(rows),
        chunk_rows_(chunk_rows),
        fails_at_(fails_at),
        kept_(kept) {
    stream_ = {&get_schema, &get_next, &get_last_error, &release, this};
  }
  [[nodiscard]] ArrowArrayStream* get() { return &stream_; }

 private:
  static Stream& self(ArrowArrayStream* stream) {
    return *static_cast<Stream*>(stream->private_data);
  }
  static void release(ArrowArrayStream* stream) {
    ++self(stream).kept_.released;
    stream->release = nullptr;
  }
  static const char* get_last_error(ArrowArrayStream*) { return "the disk is gone"; }
  static void release_schema(ArrowSchema* schema) {
    ++static_cast<Kept*>(schema->private_data)->released;
    schema->release = nullptr;
  }
  static void release_array(ArrowArray* array) {
    ++static_cast<Kept*>(array->private_data)->released;
    array->release = nullptr;
  }
  static int get_schema(ArrowArrayStream* stream, ArrowSchema* out) {
    Stream& of = self(stream);
    std::vector<ArrowSchema*> children;
    for (const Column& column : of.columns_) {
      ArrowSchema child{};
      child.format = column.format.c_str();
      child.name = column.name.c_str();
      if (!column.dictionary_format.empty()) {
        ArrowSchema dictionary{};
        dictionary.format = column.dictionary_format.c_str();
        of.kept_.schemas.push_back(dictionary);
        child.dictionary = &of.kept_.schemas.back();
      }
      of.kept_.schemas.push_back(child);
      children.push_back(&of.kept_.schemas.back());
    }
    of.kept_.schema_children.push_back(children);
    *out = {};
    out->format = "+s";
    out->n_children = static_cast<std::int64_t>(children.size());
    out->children = of.kept_.schema_children.back().data();
    out->release = &release_schema;
    out->private_data = &of.kept_;
    return 0;
  }
  static int get_next(ArrowArrayStream* stream, ArrowArray* out) {
    Stream& of = self(stream);
    *out = {};
    if (of.given_ == of.fails_at_) return EIO;
    const std::size_t begin = of.given_ * of.chunk_rows_;
    if (begin >= of.rows_) return 0;
    const std::size_t end = std::min(of.rows_, begin + of.chunk_rows_);
    std::vector<ArrowArray*> children;
    for (const Column& column : of.columns_) {
      of.kept_.arrays.push_back(column.array(of.kept_, begin, end));
      children.push_back(&of.kept_.arrays.back());
    }
    of.kept_.array_children.push_back(children);
    out->length = static_cast<std::int64_t>(end - begin);
    out->n_children = static_cast<std::int64_t>(children.size());
    out->children = of.kept_.array_children.back().data();
    out->release = &release_array;
    out->private_data = &of.kept_;
    ++of.given_;
    return 0;
  }

  std::vector<Column> columns_;
  std::size_t rows_, chunk_rows_, fails_at_, given_ = 0;
  Kept& kept_;
  ArrowArrayStream stream_{};
};

}  // namespace sanaq::tables::made
