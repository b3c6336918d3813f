#include "sanaq/tables/arrow_table.h"

#include <array>
#include <string>
#include <utility>
#include <vector>

namespace sanaq::tables {
namespace {

using Table = std::shared_ptr<const record::PlainTable>;

// What a schema points to; it lives until the schema is released.
struct SchemaParts {
  Table table;
  std::vector<std::unique_ptr<ArrowSchema>> schemas;
  std::vector<ArrowSchema*> children;
};

// A child belongs to the whole, which frees it; it may also be moved out and released alone, and
// then keeps the whole alive.
void release_schema(ArrowSchema* schema) {
  for (std::int64_t at = 0; at < schema->n_children; ++at) {
    ArrowSchema* const child = schema->children[at];
    if (child->release != nullptr) child->release(child);
  }
  if (schema->dictionary != nullptr && schema->dictionary->release != nullptr)
    schema->dictionary->release(schema->dictionary);
  schema->release = nullptr;
  // What this points to may end here.
  delete static_cast<std::shared_ptr<SchemaParts>*>(schema->private_data);
}

ArrowSchema& add_schema(const std::shared_ptr<SchemaParts>& parts, const char* format,
                        const char* name) {
  auto made = std::make_unique<ArrowSchema>();
  *made = {format,
           name,
           nullptr,
           0,
           0,
           nullptr,
           nullptr,
           &release_schema,
           new std::shared_ptr<SchemaParts>(parts)};
  parts->schemas.push_back(std::move(made));
  return *parts->schemas.back();
}

void make_schema(const Table& table, ArrowSchema* out) {
  const auto parts = std::make_shared<SchemaParts>();
  parts->table = table;
  for (const record::PlainColumn& column : table->columns) {
    const char* const name = column.name.c_str();
    if (std::holds_alternative<record::CodedTexts>(column.values)) {
      ArrowSchema& texts = add_schema(parts, "U", "");
      ArrowSchema& codes = add_schema(parts, "I", name);
      codes.dictionary = &texts;
      parts->children.push_back(&codes);
    } else {
      const bool is_whole = std::holds_alternative<std::vector<std::int64_t>>(column.values);
      parts->children.push_back(&add_schema(parts, is_whole ? "l" : "g", name));
    }
  }
  *out = {"+s",
          "",
          nullptr,
          0,
          static_cast<std::int64_t>(parts->children.size()),
          parts->children.data(),
          nullptr,
          &release_schema,
          new std::shared_ptr<SchemaParts>(parts)};
}

// What an array points to, as above.
struct ArrayParts {
  Table table;
  std::vector<std::unique_ptr<ArrowArray>> arrays;
  std::vector<std::unique_ptr<std::array<const void*, 3>>> buffers;
  std::vector<std::vector<std::int64_t>> ends;  // of the texts of a dictionary
  std::vector<std::string> texts;               // joined
  std::vector<ArrowArray*> children;
};

void release_array(ArrowArray* array) {
  for (std::int64_t at = 0; at < array->n_children; ++at) {
    ArrowArray* const child = array->children[at];
    if (child->release != nullptr) child->release(child);
  }
  if (array->dictionary != nullptr && array->dictionary->release != nullptr)
    array->dictionary->release(array->dictionary);
  array->release = nullptr;
  // What this points to may end here.
  delete static_cast<std::shared_ptr<ArrayParts>*>(array->private_data);
}

ArrowArray& add_array(const std::shared_ptr<ArrayParts>& parts, std::size_t length,
                      std::int64_t buffers, const void* second, const void* third = nullptr) {
  parts->buffers.push_back(std::make_unique<std::array<const void*, 3>>(
      std::array<const void*, 3>{nullptr, second, third}));
  auto made = std::make_unique<ArrowArray>();
  *made = {static_cast<std::int64_t>(length),
           0,
           0,
           buffers,
           0,
           parts->buffers.back()->data(),
           nullptr,
           nullptr,
           &release_array,
           new std::shared_ptr<ArrayParts>(parts)};
  parts->arrays.push_back(std::move(made));
  return *parts->arrays.back();
}

// large_utf8: where each text ends, and all of them joined.
ArrowArray& add_texts(const std::shared_ptr<ArrayParts>& parts,
                      const std::vector<std::string>& texts) {
  std::vector<std::int64_t> ends = {0};
  std::string joined;
  for (const std::string& text : texts) {
    joined += text;
    ends.push_back(static_cast<std::int64_t>(joined.size()));
  }
  parts->ends.push_back(std::move(ends));
  parts->texts.push_back(std::move(joined));
  return add_array(parts, texts.size(), 3, parts->ends.back().data(), parts->texts.back().data());
}

void make_array(const Table& table, ArrowArray* out) {
  const auto parts = std::make_shared<ArrayParts>();
  parts->table = table;
  // Short texts lie within their strings, so these must not move.
  parts->texts.reserve(table->columns.size());
  for (const record::PlainColumn& column : table->columns) {
    if (const auto* coded = std::get_if<record::CodedTexts>(&column.values)) {
      ArrowArray& texts = add_texts(parts, coded->texts);
      ArrowArray& codes = add_array(parts, table->rows, 2, coded->codes.data());
      codes.dictionary = &texts;
      parts->children.push_back(&codes);
    } else if (const auto* whole = std::get_if<std::vector<std::int64_t>>(&column.values)) {
      parts->children.push_back(&add_array(parts, table->rows, 2, whole->data()));
    } else {
      const auto& numbers = std::get<std::vector<double>>(column.values);
      parts->children.push_back(&add_array(parts, table->rows, 2, numbers.data()));
    }
  }
  ArrowArray& whole = add_array(parts, table->rows, 1, nullptr);
  whole.n_children = static_cast<std::int64_t>(parts->children.size());
  whole.children = parts->children.data();
  *out = whole;
  whole.release = nullptr;  // moved out
}

// A stream of one chunk.
struct OneChunk {
  Table table;
  bool is_given = false;
};

int schema_of_stream(ArrowArrayStream* stream, ArrowSchema* out) {
  make_schema(static_cast<OneChunk*>(stream->private_data)->table, out);
  return 0;
}

int next_of_stream(ArrowArrayStream* stream, ArrowArray* out) {
  auto& chunk = *static_cast<OneChunk*>(stream->private_data);
  if (chunk.is_given)
    *out = {};
  else
    make_array(chunk.table, out);
  chunk.is_given = true;
  return 0;
}

const char* error_of_stream(ArrowArrayStream*) { return nullptr; }

void release_stream(ArrowArrayStream* stream) {
  stream->release = nullptr;
  delete static_cast<OneChunk*>(stream->private_data);
}

}  // namespace

void export_table(std::shared_ptr<const record::PlainTable> table, ArrowArrayStream* out) {
  *out = {&schema_of_stream, &next_of_stream, &error_of_stream, &release_stream,
          new OneChunk{std::move(table)}};
}

}  // namespace sanaq::tables
